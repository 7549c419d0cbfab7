import { useMemo, useEffect, useState } from 'react'
import { useSubmit } from '../account/use-submit.ts'
import { Page } from '../app/page.tsx'
import { StatePane } from '../app/state-pane.tsx'
import { useText } from '../i18n/use-text.ts'
import { Button } from '../kit/button.tsx'
import { Notice } from '../kit/notice.tsx'
import { goBack } from '../routes/router.ts'
import { NoGroup } from './group-page.tsx'
import styles from './new-group.module.css'
import { PeoplePicker } from './people-picker.tsx'
import { useGroup, useGroups, type OpenGroup } from './use-group.ts'
import { useMembers } from './use-members.ts'

/** Adds people whom one knows to a group. */
export function InvitePage({ group: id }: { group: number }) {
  const { text } = useText()
  const look = useGroup(id)
  if (look.group === undefined) return <NoGroup {...look} />
  if (!look.group.may('invite')) return <StatePane title={text('groups.mayNotInvite')} home />
  return <Invite group={look.group} />
}

function Invite({ group }: { group: OpenGroup }) {
  const { text } = useText()
  const groups = useGroups()
  const { id, conversation } = group
  const { store, list } = useMembers(groups, conversation, id)
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set())
  const { busy, error, submit } = useSubmit()
  const inside = useMemo(() => new Set(list.members.map(({ account }) => account)), [list.members])
  useEffect(() => {
    // Who is in it already is not offered; whoever is all the same is passed over.
    void store.all()
  }, [store, list])
  return (
    <Page title={text('groups.invite')} bare>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          if (chosen.size === 0) return
          submit(async () => {
            await groups.invite(id, [...chosen])
            goBack()
          })
        }}
      >
        <PeoplePicker chosen={chosen} onChange={setChosen} without={inside} />
        <footer className={styles.end}>
          {error !== undefined && <Notice look="danger">{error.text}</Notice>}
          <Button look="main" type="submit" wide busy={busy} isDisabled={chosen.size === 0}>
            {text('groups.inviteCount', { count: chosen.size })}
          </Button>
        </footer>
      </form>
    </Page>
  )
}
