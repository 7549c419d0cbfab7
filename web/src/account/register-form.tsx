import { useState } from 'react'
import { Form } from 'react-aria-components/Form'
import { isHandle } from '../conversation-list/handle.ts'
import { useText } from '../i18n/use-text.ts'
import { Button } from '../kit/button.tsx'
import { focusInvalid } from '../kit/focus-invalid.ts'
import { Notice } from '../kit/notice.tsx'
import { TextField } from '../kit/text-field.tsx'
import { useSession } from '../session/session-context.ts'
import { displayNameLengthMax, passwordLengthMin, tidyHandle } from './account-fields.ts'
import styles from './account-screen.module.css'
import { useSubmit } from './use-submit.ts'

/** `onDone`: the account is there, and signed in. */
export function RegisterForm({ onDone }: { onDone: () => void }) {
  const session = useSession()
  const { text, language } = useText()
  const [handle, setHandle] = useState('')
  const [displayName, setDisplayName] = useState('')
  const [password, setPassword] = useState('')
  const [shown, setShown] = useState(false)
  const { busy, error, submit, clear } = useSubmit()

  const problems = {
    handle: isHandle(tidyHandle(handle)) ? undefined : text('auth.badHandle'),
    password: password.length < passwordLengthMin ? text('auth.shortPassword') : undefined,
  }
  // What the server says about a field stands at that field.
  const said = {
    handle: error?.code === 'HANDLE_TAKEN' || error?.code === 'BAD_HANDLE' ? error.text : undefined,
    password: error?.code === 'WEAK_PASSWORD' ? error.text : undefined,
  }
  const isElsewhere =
    error !== undefined && said.handle === undefined && said.password === undefined

  const register = async () => {
    const input = { handle: tidyHandle(handle), password, displayName: displayName.trim() }
    await session.register({ ...input, locale: language })
    onDone()
  }
  return (
    <Form
      className={styles.form ?? ''}
      onSubmit={(event) => {
        event.preventDefault()
        setShown(true)
        focusInvalid(event.currentTarget)
        if (problems.handle === undefined && problems.password === undefined) submit(register)
      }}
    >
      {isElsewhere && <Notice look="danger">{error.text}</Notice>}
      <TextField
        label={text('auth.handle')}
        name="username"
        autoComplete="username"
        value={handle}
        onChange={(value) => {
          setHandle(value)
          clear()
        }}
        hint={text('auth.handleHint')}
        error={said.handle ?? (shown ? problems.handle : undefined)}
        prefix="@"
        verbatim
        autoFocus
      />
      <TextField
        label={text('auth.displayName')}
        aside={text('auth.optional')}
        name="name"
        autoComplete="name"
        maxLength={displayNameLengthMax}
        value={displayName}
        onChange={setDisplayName}
      />
      <TextField
        label={text('auth.password')}
        name="new-password"
        type="password"
        autoComplete="new-password"
        value={password}
        onChange={(value) => {
          setPassword(value)
          clear()
        }}
        hint={text('auth.passwordHint')}
        error={said.password ?? (shown ? problems.password : undefined)}
      />
      <Button look="main" type="submit" wide busy={busy}>
        {text('auth.register')}
      </Button>
    </Form>
  )
}
