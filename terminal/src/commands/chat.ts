import { createElement } from 'react'
import { render } from 'ink'
import { createIM } from '@parley/client/node'
import { ChatScreen } from '../chat/chat-screen.ts'
import { chatLanguage, chatText } from '../chat/chat-text.ts'
import type { Invocation } from '../command-line/invocation.ts'
import { UsageFault } from '../command-line/usage-fault.ts'
import { exitStatuses } from '../output/exit-statuses.ts'
import { Failure, failureOf } from '../output/failure.ts'
import { findAccess } from '../session/open-session.ts'

const loginTimeoutMs = 20_000

/** The full-screen client. Ends with Esc, Ctrl-C or a signal; a device made for it is signed out. */
export async function run(invocation: Invocation): Promise<number> {
  const { values, environment, stop } = invocation
  if (!process.stdin.isTTY || !process.stdout.isTTY)
    throw new UsageFault(
      'chat needs a terminal; for scripts there are send, tail and history',
      'chat',
    )
  const access = await findAccess(invocation)
  const im = createIM({
    url: access.name.server,
    token: access.token,
    client: 'parley-terminal/0.1.0',
  })
  try {
    await im.start({ signal: AbortSignal.any([stop, AbortSignal.timeout(loginTimeoutMs)]) })
  } catch (thrown) {
    await im.stop()
    const trouble = access.trouble ?? thrown
    throw (
      failureOf(trouble) ??
      new Failure(
        { code: 'TIMEOUT', message: 'the server could not be reached', retry: 'later' },
        exitStatuses.away,
      )
    )
  }
  const text = chatText(chatLanguage(values['lang'], environment))
  const screen = createElement(ChatScreen, { im, text, to: values['to'] })
  const app = render(screen, { exitOnCtrlC: false, alternateScreen: true })
  stop.addEventListener('abort', () => app.unmount())
  await app.waitUntilExit()
  if (access.isShortLived) await im.signOut().catch(() => {})
  await im.stop()
  return exitStatuses.done
}
