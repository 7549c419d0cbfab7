import { groupsOf, type Message } from '@parley/client/browser'
import { useEffect, useState } from 'react'
import { PersonRow } from '../contacts/person-row.tsx'
import { useText } from '../i18n/use-text.ts'
import { Button } from '../kit/button.tsx'
import { Choice } from '../kit/choice.tsx'
import { Dialog } from '../kit/dialog.tsx'
import { Notice } from '../kit/notice.tsx'
import { Spinner } from '../kit/spinner.tsx'
import { errorText } from '../session/error-text.ts'
import { useIM } from '../session/session-context.ts'
import { useChat } from './chat-context.ts'
import styles from './readers-dialog.module.css'

interface Found {
  /** Which of both was asked for. */
  unread: boolean
  accounts: readonly number[]
  next: number
  readCount: number
  unreadCount: number
}

/** Who of a group has read a message, and who has not. */
export function ReadersDialog({ message, onClose }: { message: Message; onClose: () => void }) {
  const { text } = useText()
  const [side, setSide] = useState<'read' | 'unread'>('read')
  const { found, error, more, isBusy } = useReaders(message.seq, side === 'unread')
  const options = [
    { value: 'read', label: text('readers.read', { count: found?.readCount ?? 0 }) },
    { value: 'unread', label: text('readers.unread', { count: found?.unreadCount ?? 0 }) },
  ] as const
  const isLoading = found?.unread !== (side === 'unread')
  const shown = isLoading ? [] : (found?.accounts ?? [])
  const nobody = side === 'read' ? 'readers.nobody' : 'readers.everybody'
  return (
    <Dialog title={text('readers.title')} onClose={onClose}>
      {error !== undefined && <Notice look="danger">{errorText(text, error)}</Notice>}
      {found === undefined && error === undefined && <Spinner />}
      {found !== undefined && (
        <>
          <Choice
            label={text('readers.title')}
            isLabelHidden
            value={side}
            options={options}
            onChange={setSide}
          />
          {shown.length === 0 && !isLoading && <p className={styles.none}>{text(nobody)}</p>}
          <ul className={styles.list} data-readers={side} aria-busy={isLoading}>
            {shown.map((account) => (
              <li key={account}>
                <PersonRow account={account} />
              </li>
            ))}
          </ul>
          {!isLoading && found.next > 0 && (
            <Button wide busy={isBusy} onPress={more}>
              {text('readers.more')}
            </Button>
          )}
        </>
      )}
    </Dialog>
  )
}

/** Asked for when it is looked at, page by page. */
function useReaders(seq: number, unread: boolean) {
  const groups = groupsOf(useIM())
  const { id } = useChat().conversation
  const [found, setFound] = useState<Found>()
  const [error, setError] = useState<unknown>()
  const [isBusy, setBusy] = useState(false)
  useEffect(() => {
    const abort = new AbortController()
    const { signal } = abort
    groups.readers(id, seq, { unread, signal }).then(
      (page) => signal.aborted || setFound({ ...page, unread }),
      (thrown: unknown) => signal.aborted || setError(thrown),
    )
    return () => abort.abort()
  }, [groups, id, seq, unread])
  const more = async () => {
    if (found === undefined || isBusy) return
    setBusy(true)
    try {
      const page = await groups.readers(id, seq, { unread, after: found.next })
      const accounts = [...found.accounts, ...page.accounts]
      // The other side may have been chosen meanwhile.
      setFound((now) => (now === found ? { ...page, unread, accounts } : now))
    } catch (thrown) {
      setError(thrown)
    } finally {
      setBusy(false)
    }
  }
  return { found, error, more: () => void more(), isBusy }
}
