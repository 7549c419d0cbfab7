import { useState } from 'react'
import { Checkbox } from 'react-aria-components/Checkbox'
import { Form } from 'react-aria-components/Form'
import { useText } from '../../i18n/use-text.ts'
import { Button } from '../../kit/button.tsx'
import { focusInvalid } from '../../kit/focus-invalid.ts'
import { Icon } from '../../kit/icon.tsx'
import { Notice } from '../../kit/notice.tsx'
import { TextField } from '../../kit/text-field.tsx'
import { useIM } from '../../session/session-context.ts'
import { passwordLengthMin } from '../account-fields.ts'
import { useSubmit } from '../use-submit.ts'
import styles from './password-section.module.css'
import { Section } from '../../kit/section.tsx'

export function PasswordSection() {
  const im = useIM()
  const { text } = useText()
  const [oldPassword, setOld] = useState('')
  const [newPassword, setNew] = useState('')
  const [endOthers, setEndOthers] = useState(true)
  const [isDone, setDone] = useState(false)
  const [shown, setShown] = useState(false)
  const { busy, error, submit, clear } = useSubmit()
  const isShort = newPassword.length < passwordLengthMin

  const change = async () => {
    await im.changePassword({ oldPassword, newPassword, endOthers })
    setOld('')
    setNew('')
    setShown(false)
    setDone(true)
  }
  const touched = (set: (value: string) => void) => (value: string) => {
    set(value)
    setDone(false)
    clear()
  }
  return (
    <Section title={text('settings.password')}>
      <Form
        className={styles.form ?? ''}
        onSubmit={(event) => {
          event.preventDefault()
          setShown(true)
          focusInvalid(event.currentTarget)
          if (oldPassword !== '' && !isShort) submit(change)
        }}
      >
        {/* Tells password stores whose password this is. */}
        <input
          className="visually-hidden"
          type="text"
          name="username"
          autoComplete="username"
          value={im.me?.profile.handle ?? ''}
          readOnly
          tabIndex={-1}
          aria-hidden="true"
        />
        <TextField
          label={text('settings.oldPassword')}
          name="current-password"
          type="password"
          autoComplete="current-password"
          value={oldPassword}
          onChange={touched(setOld)}
          error={shown && oldPassword === '' ? text('auth.needPassword') : undefined}
        />
        <TextField
          label={text('settings.newPassword')}
          name="new-password"
          type="password"
          autoComplete="new-password"
          value={newPassword}
          onChange={touched(setNew)}
          hint={text('auth.passwordHint')}
          error={shown && isShort ? text('auth.shortPassword') : undefined}
        />
        <Checkbox className={styles.check ?? ''} isSelected={endOthers} onChange={setEndOthers}>
          <span className={styles.box}>
            <Icon name="tick" size={16} />
          </span>
          {text('settings.endOthers')}
        </Checkbox>
        {error !== undefined && <Notice look="danger">{error.text}</Notice>}
        {isDone && <Notice look="good">{text('settings.passwordChanged')}</Notice>}
        <div>
          <Button type="submit" busy={busy}>
            {text('settings.changePassword')}
          </Button>
        </div>
      </Form>
    </Section>
  )
}
