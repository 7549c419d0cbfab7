import { uuidV7Minter, wire } from '@parley/protocol'
import { nodeRandom } from '../../base/node/node-random.ts'
import { randomId } from '../../base/random.ts'
import type { AccountId, ConversationId, Seq } from '../../data/model.ts'
import type { NewEntry } from '../../data/entry-store.ts'
import type { Store } from '../../data/store.ts'
import type { DemoLine } from './demo-script.ts'

export type Ids = ReadonlyMap<string, AccountId>

/** Ids as a client would have minted them at that time. */
export const mintAt = (nowMs: number): Uint8Array =>
  uuidV7Minter({ nowMs: () => nowMs, fill: (bytes) => nodeRandom.fill(bytes) })()

const minuteMs = 60_000
const kinds = wire.EntryKind

export interface LinesInput {
  ids: Ids
  lines: readonly DemoLine[]
  startMs: number
  /** Of what somebody sends. */
  targetOf(sender: AccountId): NewEntry['target']
}

/** Says the lines one after the other. @returns where, up to which entry, and the seqs of the messages. */
export async function seedLines(
  store: Store,
  { ids, lines, startMs, targetOf }: LinesInput,
): Promise<{ conversation: ConversationId; seqs: readonly Seq[] }> {
  let atMs = startMs
  let conversation = 0
  const seqs: Seq[] = []
  const append = async (
    handle: string,
    entry: Pick<NewEntry, 'kind' | 'refSeq' | 'body' | 'act'>,
  ) => {
    const sender = ids.get(handle) ?? 0
    const appended = await store.entries.append({
      ...entry,
      target: targetOf(sender),
      sender,
      clientId: mintAt(atMs),
      after: new Uint8Array(),
      readUpTo: seqs.at(-1) ?? 0,
      nowMs: atMs,
      guards: { strangersMayWrite: true },
      newConversationId: randomId(nodeRandom),
    })
    if (appended.status === 'refused')
      throw new Error(`the demo's history was refused: ${appended.error}`)
    conversation = appended.conversation
    return appended.seq
  }
  for (const line of lines) {
    if (typeof line === 'number') {
      atMs += line * minuteMs
      continue
    }
    const [handle, text, { reply, reactions = [] } = {}] = line
    const refSeq = reply === undefined ? 0 : (seqs.at(reply) ?? 0)
    const body = wire.EntryBody.encode({ text }).finish()
    const seq = await append(handle, { kind: kinds.ENTRY_KIND_TEXT, refSeq, body })
    seqs.push(seq)
    for (const [reader, emoji] of reactions)
      await append(reader, {
        kind: kinds.ENTRY_KIND_REACTION,
        refSeq: seq,
        body: wire.EntryBody.encode({ reaction: { emoji } }).finish(),
        act: { type: 'reaction', emoji, removed: false },
      })
    atMs += minuteMs / 2
  }
  return { conversation, seqs }
}
