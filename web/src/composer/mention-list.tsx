import { useText } from '../i18n/use-text.ts'
import { Avatar } from '../kit/avatar.tsx'
import { classNames } from '../kit/class-names.ts'
import { useIM } from '../session/session-context.ts'
import styles from './mention-list.module.css'
import type { useMentions } from './use-mentions.ts'

/** Whom an @ may mean, above the composer. The focus stays in the text. */
export function MentionList({ mentions }: { mentions: ReturnType<typeof useMentions> }) {
  const im = useIM()
  const { text } = useText()
  if (!mentions.isOpen) return null
  return (
    <div
      id={mentions.listId}
      className={styles.list}
      role="listbox"
      aria-label={text('mention.list')}
      data-mentions=""
    >
      {mentions.candidates.map((candidate) => {
        const { account, name, handle } = candidate
        const isChosen = candidate.account === mentions.chosen?.account
        return (
          // The keys are heard where one writes.
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
          <div
            key={account}
            id={optionId(mentions.listId, account)}
            className={classNames(styles.option, isChosen && styles.chosen)}
            role="option"
            aria-selected={isChosen}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => mentions.pick(candidate)}
          >
            {account === 0 ? (
              <span className={styles.all} aria-hidden="true">
                @
              </span>
            ) : (
              <Avatar
                account={account}
                name={name}
                picture={im.profile(account)?.avatar ?? ''}
                size="small"
              />
            )}
            <span className={styles.words}>
              <bdi className={styles.name}>{name}</bdi>
              <span className={styles.handle}>
                {account === 0 ? text('mention.allHint') : `@${handle}`}
              </span>
            </span>
          </div>
        )
      })}
    </div>
  )
}

export const optionId = (listId: string, account: number) => `${listId}-${account}`
