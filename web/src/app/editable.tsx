import { useState } from 'react'
import { Form } from 'react-aria-components/Form'
import { useSubmit } from '../account/use-submit.ts'
import { useText } from '../i18n/use-text.ts'
import { classNames } from '../kit/class-names.ts'
import { Button } from '../kit/button.tsx'
import { IconButton } from '../kit/icon-button.tsx'
import { TextField } from '../kit/text-field.tsx'
import styles from './editable.module.css'

export interface EditableProps {
  label: string
  value: string
  /** Stands there while there is no value. */
  empty: string
  hint?: string
  maxLength: number
  /** More than one line. */
  rows?: number
  /** Not given: it can only be read. */
  onSave?: ((value: string) => Promise<void>) | undefined
  /** An empty value is none: it cannot be saved. */
  required?: boolean
  /** It is the name of what is shown: large, without its label above. */
  isTitle?: boolean
}

/** A line that is read, and changed where one may. */
export function Editable(props: EditableProps) {
  const { label, value, empty, onSave, rows, isTitle = false } = props
  const { text } = useText()
  const [isOpen, setOpen] = useState(false)
  const look = rows === undefined ? styles.value : styles.long
  if (isOpen && onSave !== undefined)
    return <EditForm {...props} onSave={onSave} onClose={() => setOpen(false)} />
  return (
    <div className={styles.line}>
      <div className={styles.words}>
        {isTitle ? (
          <h3 className={styles.title}>
            <bdi>{value}</bdi>
          </h3>
        ) : (
          <>
            <p className={styles.label}>{label}</p>
            <p className={classNames(look, value === '' && styles.none)}>
              <bdi>{value || empty}</bdi>
            </p>
          </>
        )}
      </div>
      {onSave !== undefined && (
        <IconButton
          icon="edit"
          label={text('groups.change', { what: label })}
          onPress={() => setOpen(true)}
        />
      )}
    </div>
  )
}

interface EditFormProps extends EditableProps {
  onSave: (value: string) => Promise<void>
  onClose: () => void
}

function EditForm(props: EditFormProps) {
  const { label, value, hint, maxLength, rows, required = false, onSave, onClose } = props
  const { text } = useText()
  const [typed, setTyped] = useState(value)
  const { busy, error, submit } = useSubmit()
  const tidy = typed.trim()
  return (
    <Form
      className={styles.form ?? ''}
      onSubmit={(event) => {
        event.preventDefault()
        if (tidy === value) return onClose()
        if (required && tidy === '') return
        submit(async () => {
          await onSave(tidy)
          onClose()
        })
      }}
    >
      <TextField
        label={label}
        name="value"
        value={typed}
        onChange={setTyped}
        hint={hint}
        error={error?.text}
        maxLength={maxLength}
        autoFocus
        {...(rows === undefined ? {} : { rows })}
      />
      <div className={styles.buttons}>
        <Button onPress={onClose}>{text('dialog.cancel')}</Button>
        <Button look="main" type="submit" busy={busy} isDisabled={required && tidy === ''}>
          {text('settings.save')}
        </Button>
      </div>
    </Form>
  )
}
