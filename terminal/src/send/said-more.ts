import type { parley } from '@parley/protocol'
import type { Invocation } from '../command-line/invocation.ts'
import { durationMs, positive } from '../command-line/read-values.ts'
import { UsageFault } from '../command-line/usage-fault.ts'
import { findAccount } from '../session/find-account.ts'
import type { Session } from '../session/sdk.ts'

/** What a message says beside its text. */
export interface SaidMore {
  /** The entry that it answers; 0: none. */
  readonly refSeq: number
  /** Asks who is named. @throws IMError NOT_FOUND */
  content(session: Session, options: Options): Promise<parley.v1.IEntryBody>
}

interface Options {
  timeoutMs: number
  signal?: AbortSignal
}

const everybody = 'all'

/** By --mention, --reply and --burn. @throws UsageFault */
export function saidMore(invocation: Invocation): SaidMore {
  const { values, command } = invocation
  const { text, file, mention } = values
  const refSeq = positive(invocation, 'reply') ?? 0
  const burnAfterMs = durationMs(invocation, 'burn', 0)
  if ((refSeq > 0 || burnAfterMs > 0) && text === undefined && file === undefined)
    throw new UsageFault('--reply and --burn need --text or --file', command)
  if (mention !== undefined && text === undefined)
    throw new UsageFault('--mention needs --text', command)
  const names = (mention ?? '').split(',').map((name) => name.trim())
  const handles = [...new Set(names)].filter((name) => name !== '' && name !== everybody)
  const spots = handles.map((handle) => ({ handle, at: spotsOf(text ?? '', handle) }))
  for (const { handle, at } of spots)
    if (at.length === 0) throw new UsageFault(`the text does not say @${handle}`, command)
  const mentionAll = names.includes(everybody)
  return {
    refSeq,
    content: async (session, options) => {
      const mentions: parley.v1.IMention[] = []
      for (const { handle, at } of spots) {
        const { account } = await findAccount(session, handle, options)
        for (const offset of at) mentions.push({ account, offset, length: handle.length + 1 })
      }
      mentions.sort((a, b) => (a.offset ?? 0) - (b.offset ?? 0))
      return { mentions, mentionAll, burnAfterMs }
    },
  }
}

/** Where `@handle` stands, and not as the begin of a longer one. */
function spotsOf(text: string, handle: string): number[] {
  const spots: number[] = []
  const name = `@${handle}`
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1))
    if (!/^[\p{L}\p{N}_-]/u.test(text.slice(at + name.length))) spots.push(at)
  return spots
}
