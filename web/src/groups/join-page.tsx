import { IMError, type GroupLinkLook } from '@parley/client/browser'
import { useState } from 'react'
import { Form } from 'react-aria-components/Form'
import { useSubmit } from '../account/use-submit.ts'
import { StatePane } from '../app/state-pane.tsx'
import { useLoaded } from '../app/use-loaded.ts'
import { useText } from '../i18n/use-text.ts'
import { Avatar } from '../kit/avatar.tsx'
import { Button } from '../kit/button.tsx'
import { Notice } from '../kit/notice.tsx'
import { TextField } from '../kit/text-field.tsx'
import { go } from '../routes/router.ts'
import { errorText } from '../session/error-text.ts'
import styles from './join-page.module.css'
import { useGroups } from './use-group.ts'

const textLengthMax = 60

/** Where a link leads: a look at the group, and the way in. */
export function JoinPage({ token }: { token: string }) {
  const { text } = useText()
  const groups = useGroups()
  const { loaded } = useLoaded((signal) => groups.look(token, { signal }), [groups, token])
  if (loaded.state === 'loading') return <StatePane title={text('groups.loading')} busy />
  if (loaded.state === 'failed') {
    const isDead = loaded.error instanceof IMError && loaded.error.code === 'NOT_FOUND'
    const title = isDead ? text('groups.deadLink') : errorText(text, loaded.error)
    return (
      <StatePane title={title} {...(isDead ? { hint: text('groups.deadLinkHint') } : {})} home />
    )
  }
  return <Invitation token={token} look={loaded.value} />
}

function Invitation({ token, look }: { token: string; look: GroupLinkLook }) {
  const { text } = useText()
  const groups = useGroups()
  const [said, setSaid] = useState('')
  const [isWaiting, setWaiting] = useState(false)
  const { busy, error, submit } = useSubmit()
  const { name, avatar, members, approveJoins, conversation } = look
  const enter = (id: number) => go({ name: 'conversation', id }, { replace: true })
  const join = () =>
    submit(async () => {
      const id = await groups.join(token, { text: said.trim() })
      if (id === 0) setWaiting(true)
      else enter(id)
    })
  return (
    <div className={styles.pane}>
      <Form
        className={styles.card ?? ''}
        onSubmit={(event) => {
          event.preventDefault()
          join()
        }}
      >
        <Avatar account={conversation} name={name} picture={avatar} size="large" shape="square" />
        <h2 className={styles.name}>
          <bdi>{name}</bdi>
        </h2>
        <p className={styles.count}>{text('groups.members', { count: members })}</p>
        {conversation > 0 && (
          <Button look="main" onPress={() => enter(conversation)}>
            {text('groups.open')}
          </Button>
        )}
        {conversation === 0 && isWaiting && <Notice look="good">{text('groups.joinWaits')}</Notice>}
        {conversation === 0 && !isWaiting && (
          <>
            {approveJoins && (
              <TextField
                label={text('groups.joinText')}
                name="said"
                value={said}
                onChange={setSaid}
                hint={text('groups.joinTextHint')}
                maxLength={textLengthMax}
              />
            )}
            {error !== undefined && <Notice look="danger">{error.text}</Notice>}
            <Button look="main" type="submit" wide busy={busy}>
              {text(approveJoins ? 'groups.askJoin' : 'groups.join')}
            </Button>
          </>
        )}
      </Form>
    </div>
  )
}
