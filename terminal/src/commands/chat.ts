import { createElement } from 'react'
import { render } from 'ink'
import {
  createIM,
  fileStorage,
  IMError,
  MemoryStorage,
  type IM,
  type Storage,
} from '@parley/client/node'
import { ChatScreen } from '../chat/chat-screen.ts'
import { chatLanguage, chatText } from '../chat/chat-text.ts'
import type { Invocation } from '../command-line/invocation.ts'
import { UsageFault } from '../command-line/usage-fault.ts'
import { exitStatuses } from '../output/exit-statuses.ts'
import { deviceStore, findAccess, type Access } from '../session/open-session.ts'

const loginTimeoutMs = 20_000

/** The full-screen client. Ends with Ctrl-C or a signal; a device made for it is signed out. */
export async function run(invocation: Invocation): Promise<number> {
  const { values, environment, stop, command } = invocation
  if (!process.stdin.isTTY || !process.stdout.isTTY)
    throw new UsageFault(
      'chat needs a terminal; for scripts there are send, tail and history',
      command,
    )
  const { lang } = values
  if (lang !== undefined && !/^(en|zh)/i.test(lang))
    throw new UsageFault(`--lang takes en or zh, not "${lang}"`, command)
  const access = await findAccess(invocation)
  const im = createIM({
    url: access.name.server,
    token: access.token,
    storage: await storageOf(invocation, access),
    client: 'parley-terminal/0.1.0',
  })
  try {
    await begin(im, access, stop)
    const text = chatText(chatLanguage(lang, environment))
    const screen = createElement(ChatScreen, { im, text, to: values['to'] })
    const app = render(screen, { exitOnCtrlC: false, alternateScreen: true })
    stop.addEventListener('abort', () => app.unmount())
    await app.waitUntilExit()
    if (access.isShortLived) await im.signOut().catch(() => {})
  } finally {
    await im.stop()
  }
  return exitStatuses.done
}

/** A kept device keeps its cache and its unsent messages, for one chat at a time. */
async function storageOf(invocation: Invocation, access: Access): Promise<Storage> {
  if (access.isShortLived) return new MemoryStorage()
  try {
    return await fileStorage(deviceStore(invocation).chatPath(access.name))
  } catch (thrown) {
    if (thrown instanceof IMError && thrown.code === 'STORAGE_LOCKED') return new MemoryStorage()
    throw thrown
  }
}

/**
 * Resolves when there is something to show: online, or what an earlier run left.
 * @throws IMError
 */
async function begin(im: IM, access: Access, stop: AbortSignal): Promise<void> {
  const waiting = new AbortController()
  const timer = setTimeout(() => waiting.abort(), loginTimeoutMs)
  const started = im.start({ signal: AbortSignal.any([stop, waiting.signal]) })
  let unlisten = () => {}
  const cached = new Promise<void>((resolve) => {
    // NOTE refused for good is told by the screen then, as it is later on.
    unlisten = im.on('state', ({ name }) => {
      if (name === 'offline' && im.me !== undefined) resolve()
    })
  })
  try {
    await Promise.race([started, cached])
    started.catch(() => {})
  } catch (thrown) {
    if (stop.aborted) throw stop.reason
    throw access.trouble ?? reached(thrown, access)
  } finally {
    clearTimeout(timer)
    unlisten()
  }
}

function reached(thrown: unknown, { name }: Access): unknown {
  const isTimeUp = thrown instanceof IMError && thrown.code === 'ABORTED'
  return isTimeUp ? new IMError('CONNECT_FAILED', `cannot reach ${name.server}`) : thrown
}
