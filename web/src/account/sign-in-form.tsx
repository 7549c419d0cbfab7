import { useState } from 'react'
import { Form } from 'react-aria-components/Form'
import { useText } from '../i18n/use-text.ts'
import { Button } from '../kit/button.tsx'
import { focusInvalid } from '../kit/focus-invalid.ts'
import { Notice } from '../kit/notice.tsx'
import { TextField } from '../kit/text-field.tsx'
import { useSession } from '../session/session-context.ts'
import styles from './account-screen.module.css'
import { tidyHandle } from './account-fields.ts'
import { useSubmit } from './use-submit.ts'

export function SignInForm() {
  const session = useSession()
  const { text } = useText()
  const [handle, setHandle] = useState('')
  const [password, setPassword] = useState('')
  const [shown, setShown] = useState(false)
  const { busy, error, submit, clear } = useSubmit()
  const isReady = handle.trim() !== '' && password !== ''
  return (
    <Form
      className={styles.form ?? ''}
      onSubmit={(event) => {
        event.preventDefault()
        setShown(true)
        focusInvalid(event.currentTarget)
        if (isReady) submit(() => session.signIn({ handle: tidyHandle(handle), password }))
      }}
    >
      {error !== undefined && <Notice look="danger">{error.text}</Notice>}
      <TextField
        label={text('auth.handle')}
        name="username"
        autoComplete="username"
        value={handle}
        onChange={(value) => {
          setHandle(value)
          clear()
        }}
        error={shown && handle.trim() === '' ? text('auth.needHandle') : undefined}
        prefix="@"
        verbatim
        autoFocus
      />
      <TextField
        label={text('auth.password')}
        name="password"
        type="password"
        autoComplete="current-password"
        value={password}
        onChange={(value) => {
          setPassword(value)
          clear()
        }}
        error={shown && password === '' ? text('auth.needPassword') : undefined}
      />
      <Button look="main" type="submit" wide busy={busy}>
        {text('auth.signIn')}
      </Button>
    </Form>
  )
}
