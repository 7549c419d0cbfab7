import { browserSession, createIM, type IM, IMError } from '@parley/client/browser'
import { i18n } from '../i18n/i18n.ts'
import type { Text } from '../i18n/use-text.ts'
import { describeDevice } from './device-name.ts'
import type { SessionPort } from './session-port.ts'

/** The account that this browser is signed in to: no secret, and enough to open its cache without a network. */
const accountKey = 'parley:account'

/** The session of this browser at the server that the page came from. */
export function browserPort(): SessionPort {
  const session = browserSession()
  const device = () => describeDevice(say, navigator.userAgent)
  const open = (account: number): IM =>
    createIM({
      url: location.origin,
      token: session.token,
      name: String(account),
      client: 'parley-web/0.1.0',
    })
  const enter = ({ account }: { account: number }): IM => {
    remember(account)
    return open(account)
  }
  return {
    async restore() {
      try {
        const held = await session.restore(AbortSignal.timeout(restoreTimeoutMs))
        if (held !== undefined) return enter(held)
        return ended()
      } catch (thrown) {
        const known = remembered()
        // NOTE whatever is in the way of the server now, the cache can be read and the outbox written.
        if (known !== undefined) return open(known)
        throw thrown
      }
    },
    register: async (input) => enter(await session.register({ ...input, device: device() })),
    signIn: async (input) => enter(await session.signIn({ ...input, device: device() })),
    async signOut(im, input) {
      await im.signOut(input)
      await im.stop()
      forget()
      // NOTE offline the cookie stays until it can be cleared; its device has ended or will with its token.
      await session.signOut().catch(() => {})
    },
  }
}

const restoreTimeoutMs = 8_000

const say: Text = (id, values) => i18n._(id, values)

function ended(): undefined {
  const had = remembered()
  forget()
  if (had !== undefined) throw new IMError('TOKEN_INVALID')
}

function remember(account: number): void {
  try {
    localStorage.setItem(accountKey, String(account))
  } catch {
    // A browser that keeps nothing: signing in holds for this page.
  }
}

function remembered(): number | undefined {
  try {
    return Number(localStorage.getItem(accountKey)) || undefined
  } catch {
    return undefined
  }
}

function forget(): void {
  try {
    localStorage.removeItem(accountKey)
  } catch {
    // As in remember.
  }
}
