import { useWatchedAccounts } from '../conversation-list/use-watched-presence.ts'
import { useText } from '../i18n/use-text.ts'
import { Icon } from '../kit/icon.tsx'
import { Notice } from '../kit/notice.tsx'
import { Section } from '../kit/section.tsx'
import { Link } from '../routes/link.tsx'
import { errorText } from '../session/error-text.ts'
import styles from './group-members.module.css'
import { MemberRow } from './member-row.tsx'
import { useGroups, type OpenGroup } from './use-group.ts'
import { useMembers } from './use-members.ts'

/** Of so many members a few say who it is. */
const shownMax = 6

/** A few of the members, and the way to all of them. */
export function GroupMembers({ group }: { group: OpenGroup }) {
  const { text } = useText()
  const groups = useGroups()
  const { id, conversation, facts, may } = group
  const { list } = useMembers(groups, conversation, id)
  const shown = list.members.slice(0, shownMax)
  useWatchedAccounts(shown.map(({ account }) => account))
  return (
    <Section title={text('groups.members', { count: facts.members })}>
      {may('invite') && (
        <Link to={{ name: 'invite', id }} className={styles.way}>
          <span className={styles.icon}>
            <Icon name="personAdd" />
          </span>
          {text('groups.invite')}
        </Link>
      )}
      <ul>
        {shown.map((member) => (
          <li key={member.account}>
            <MemberRow group={group} member={member} />
          </li>
        ))}
      </ul>
      {list.error !== undefined && <Notice look="danger">{errorText(text, list.error)}</Notice>}
      <Link to={{ name: 'members', id }} className={styles.all}>
        {text('groups.allMembers')}
        <Icon name="right" size={18} />
      </Link>
    </Section>
  )
}
