import { commands, frameHeaderBytes } from '@parley/protocol'
import { createIM, MemoryStorage, type IM } from '../../client/src/node.ts'
import { accessToken } from '../lab/accounts.ts'
import { cpuBetween, sampleCpu, type CpuSpent } from '../lab/proc.ts'
import { Peer } from './peer.ts'
import { Samples, type Percentiles } from './samples.ts'

export interface FirstSyncInput {
  url: string
  user: number
  conversations: number
  runs: number
  serverPid: number
}

export interface FirstSyncResult {
  /** From the start of the client until the list shows conversations, the newest is open and a message of ours is stored. */
  usableMs: Percentiles
  /** … until every conversation is there. */
  wholeMs: Percentiles
  server: CpuSpent
  /** Request and reply, frame headers included. */
  unchangedBytes: number
  faults: string[]
}

/** The client of this project, with nothing in its storage, again and again; then one that has everything. */
export async function firstSyncLoad(input: FirstSyncInput): Promise<FirstSyncResult> {
  const faults: string[] = []
  const usable = new Samples()
  const whole = new Samples()
  const before = sampleCpu(input.serverPid)
  for (let run = 0; run < input.runs; run += 1) {
    const im = createIM({
      url: input.url,
      token: async () => accessToken(input.user),
      storage: new MemoryStorage(),
    })
    const fromMs = performance.now()
    const started = im.start().then(() => whole.add(performance.now() - fromMs))
    await firstUse(im, run)
    usable.add(performance.now() - fromMs)
    if (im.state.name !== 'syncing') faults.push('all was there before the first use')
    await started
    const found = im.conversations.getSnapshot().length
    if (found !== input.conversations) faults.push(`${found} conversations`)
    await im.stop()
  }
  const server = cpuBetween(before, sampleCpu(input.serverPid))
  const unchangedBytes = await unchanged(input, faults)
  const [usableMs, wholeMs] = [usable.percentiles(), whole.percentiles()]
  return { usableMs, wholeMs, server, unchangedBytes, faults }
}

/** As a person would: sees the list, opens the newest conversation, reads a page and answers. */
async function firstUse(im: IM, run: number): Promise<void> {
  await new Promise<void>((resolve) => {
    const look = () => {
      if (im.conversations.getSnapshot().length === 0) return
      remove()
      resolve()
    }
    const remove = im.conversations.subscribe(look)
    look()
  })
  const [newest] = im.conversations.getSnapshot()
  const conversation = im.conversation(newest?.id ?? 0)
  await conversation.open()
  if (conversation.window.getSnapshot().messages.length === 0) throw new Error('an empty window')
  await conversation.send({ text: `here I am, time ${run}` }).stored
}

async function unchanged({ url, user }: FirstSyncInput, faults: string[]): Promise<number> {
  const { hostname: host, port } = new URL(url)
  const peer = new Peer({ transport: 'tcp', host, port: Number(port) }, user)
  try {
    await peer.login()
    let page: Uint8Array | undefined
    let token = new Uint8Array(0)
    do {
      const reply = await peer.ask('sync', { ...(page && { page }) })
      page = reply.nextPage.length > 0 ? reply.nextPage : undefined
      token = reply.token.slice()
    } while (page !== undefined)
    const { request, reply } = commands.sync
    const asked = request.encode({ token, entriesPerConversation: 20 }).finish()
    const body = await peer.askBody(commands.sync.id, asked)
    const { conversations, accountEntries, full } = reply.decode(body)
    if (full || conversations.length + accountEntries.length > 0) faults.push('something changed')
    return 2 * frameHeaderBytes + asked.length + body.length
  } finally {
    peer.destroy()
  }
}
