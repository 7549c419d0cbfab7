import { forwardTo, groupsOf, IMError } from '@parley/client/browser'
import type { ConversationSummary, Message } from '@parley/client/browser'
import { useState } from 'react'
import { conversationName } from '../conversation-list/conversation-name.ts'
import { routeOf } from '../conversation-list/conversation-route.ts'
import { useText } from '../i18n/use-text.ts'
import { Avatar } from '../kit/avatar.tsx'
import { Dialog } from '../kit/dialog.tsx'
import { Notice } from '../kit/notice.tsx'
import { TextField } from '../kit/text-field.tsx'
import { go } from '../routes/router.ts'
import { errorText } from '../session/error-text.ts'
import { useIM } from '../session/session-context.ts'
import { useObservable } from '../session/use-observable.ts'
import styles from './forward-dialog.module.css'

/** So many are offered at once; the others are found by their names. */
const offeredMax = 50

/** Says a message again in another conversation, and goes there. */
export function ForwardDialog({ message, onClose }: { message: Message; onClose: () => void }) {
  const im = useIM()
  const { text } = useText()
  const all = useObservable(im.conversations)
  const [query, setQuery] = useState('')
  const [error, setError] = useState<string>()
  const wanted = query.trim().toLocaleLowerCase()
  const offered = all
    .filter((summary) => !summary.left)
    .filter((summary) => conversationName(summary).toLocaleLowerCase().includes(wanted))
    .slice(0, offeredMax)
  const forward = (summary: ConversationSummary) => {
    try {
      const to = im.conversation(summary.id > 0 ? summary.id : { account: summary.peer })
      forwardTo(to, [message])
    } catch (thrown) {
      if (!(thrown instanceof IMError)) throw thrown
      return setError(errorText(text, thrown))
    }
    onClose()
    go(routeOf(summary))
  }
  return (
    <Dialog title={text('forward.to')} onClose={onClose}>
      {error !== undefined && <Notice look="danger">{error}</Notice>}
      <TextField
        name="find"
        label={text('forward.search')}
        value={query}
        onChange={setQuery}
        autoFocus
      />
      <ul className={styles.list} data-forward="">
        {offered.map((summary) => {
          const { key, id, peer, group, peerProfile } = summary
          const name = conversationName(summary)
          const picture = group === undefined ? peerProfile?.avatar : groupsOf(im).avatar(id)
          return (
            <li key={key}>
              <button type="button" className={styles.row} onClick={() => forward(summary)}>
                <Avatar account={peer || id} name={name} picture={picture ?? ''} size="small" />
                <bdi className={styles.name}>{name}</bdi>
              </button>
            </li>
          )
        })}
      </ul>
    </Dialog>
  )
}
