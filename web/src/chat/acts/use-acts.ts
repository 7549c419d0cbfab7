import { type IM, IMError, type SentMessage } from '@parley/client/browser'
import { useCallback, useMemo, useState } from 'react'
import type { MessageId } from '../../i18n/catalog/en.ts'
import { useText, type Text } from '../../i18n/use-text.ts'
import { errorText } from '../../session/error-text.ts'

export type ActName = 'edit' | 'recall' | 'reaction' | 'pin'

export interface ActTrouble {
  look: 'danger' | 'warn'
  words: string
}

export interface Acts {
  /** Tells what becomes of an act, where that is not what was asked for. */
  run(name: ActName, act: () => SentMessage): void
}

/** What a refusal means for this act, where its general words say less. Undefined: it is so already, nobody has to know. */
const refusals: Record<ActName, Partial<Record<string, MessageId | undefined>>> = {
  edit: {
    TOO_LATE: 'act.edit.TOO_LATE',
    LIMIT_REACHED: 'act.edit.LIMIT_REACHED',
    WRONG_STATE: 'act.edit.WRONG_STATE',
  },
  recall: {
    TOO_LATE: 'act.recall.TOO_LATE',
    FORBIDDEN: 'act.recall.FORBIDDEN',
    WRONG_STATE: 'act.recall.WRONG_STATE',
  },
  pin: {
    FORBIDDEN: 'act.pin.FORBIDDEN',
    LIMIT_REACHED: 'act.pin.LIMIT_REACHED',
    WRONG_STATE: undefined,
  },
  reaction: { LIMIT_REACHED: 'act.reaction.LIMIT_REACHED', WRONG_STATE: undefined },
}
const silent: readonly string[] = ['STOPPED', 'DISCARDED', 'SIGNED_OUT']

export function refusalWords(text: Text, name: ActName, thrown: unknown): string | undefined {
  if (!(thrown instanceof IMError)) return errorText(text, thrown)
  if (silent.includes(thrown.code)) return undefined
  const known = refusals[name]
  if (!(thrown.code in known)) return errorText(text, thrown)
  const id = known[thrown.code]
  return id === undefined ? undefined : text(id)
}

/** Acts on messages, and what has to be said about the last one. */
export function useActs(im: IM) {
  const { text } = useText()
  const [trouble, setTrouble] = useState<ActTrouble>()
  const dismiss = useCallback(() => setTrouble(undefined), [])
  const acts = useMemo<Acts>(
    () => ({
      run(name, act) {
        const tell = (thrown: unknown) => {
          const words = refusalWords(text, name, thrown)
          setTrouble(words === undefined ? undefined : { look: 'danger', words })
        }
        setTrouble(undefined)
        let sent: SentMessage
        try {
          sent = act()
        } catch (thrown) {
          return tell(thrown)
        }
        const isOffline = im.state.name === 'offline'
        if (isOffline) setTrouble({ look: 'warn', words: text('act.waiting') })
        sent.stored.then(() => isOffline && setTrouble(undefined), tell)
      },
    }),
    [im, text],
  )
  return { acts, trouble, dismiss }
}
