import { Page } from '../app/page.tsx'
import { StatePane } from '../app/state-pane.tsx'
import { useText } from '../i18n/use-text.ts'
import { Notice } from '../kit/notice.tsx'
import { errorText } from '../session/error-text.ts'
import { GroupAnnouncement } from './group-announcement.tsx'
import { GroupDanger } from './group-danger.tsx'
import { GroupHead } from './group-head.tsx'
import { GroupLinks } from './group-links.tsx'
import { GroupMembers } from './group-members.tsx'
import { GroupOwn } from './group-own.tsx'
import { GroupRules } from './group-rules.tsx'
import { JoinRequests } from './join-requests.tsx'
import { useGroup, type OpenGroup } from './use-group.ts'

/** A group: what it is, who is in it, and what one may do to it. */
export function GroupPage({ group: id }: { group: number }) {
  const { text } = useText()
  const look = useGroup(id)
  if (look.group === undefined) return <NoGroup {...look} />
  const { group } = look
  return (
    <Page title={text('groups.title')}>
      <GroupHead group={group} />
      {isOver(group) ? (
        <Notice look="warn">
          {text(group.facts.dissolved ? 'groups.dissolved' : 'groups.notIn')}
        </Notice>
      ) : (
        <>
          <JoinRequests group={group} />
          <GroupAnnouncement group={group} />
          <GroupMembers group={group} />
          <GroupOwn group={group} />
          <GroupRules group={group} />
          {group.may('seeLinks') && <GroupLinks group={group} />}
          <GroupDanger group={group} />
        </>
      )}
    </Page>
  )
}

const isOver = ({ summary, facts }: OpenGroup) => summary.left || facts.dissolved

/** Where there is no group to show: it is on its way, or it is not there. */
export function NoGroup({ isDone, error }: { isDone: boolean; error: unknown }) {
  const { text } = useText()
  if (!isDone) return <StatePane title={text('groups.loading')} busy />
  const why = error === undefined ? {} : { hint: errorText(text, error) }
  return <StatePane title={text('groups.missing')} {...why} home />
}
