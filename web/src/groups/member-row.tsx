import { groupRoles, type GroupMember } from '@parley/client/browser'
import { PersonRow } from '../contacts/person-row.tsx'
import { useText } from '../i18n/use-text.ts'
import { useNow } from '../i18n/use-now.ts'
import { useIM } from '../session/session-context.ts'
import styles from './group-members.module.css'
import { MemberMenu } from './member-menu.tsx'
import type { OpenGroup } from './use-group.ts'

export interface MemberRowProps {
  group: OpenGroup
  member: GroupMember
}

/** One member: who it is, in which role, and what one may do about it. */
export function MemberRow({ group, member }: MemberRowProps) {
  const im = useIM()
  const { text } = useText()
  const nowMs = useNow()
  const { account, role, nickname, mutedUntilMs } = member
  const roleName =
    role === groupRoles.owner ? 'owner' : role === groupRoles.admin ? 'admin' : undefined
  const isMe = account === im.me?.account
  const isMuted = mutedUntilMs > nowMs
  return (
    <PersonRow
      account={account}
      {...(nickname === '' ? {} : { line: text('groups.called', { name: nickname }) })}
      mark={
        <>
          {roleName !== undefined && (
            <span className={styles.role}>{text(`groups.role.${roleName}`)}</span>
          )}
          {isMe && <span className={styles.muted}>{text('groups.you')}</span>}
          {isMuted && <span className={styles.muted}>{text('groups.isMuted')}</span>}
        </>
      }
      end={(name) => !isMe && <MemberMenu group={group} member={member} name={name} />}
    />
  )
}
