import { useState } from 'react'
import { FieldError } from 'react-aria-components/FieldError'
import { Input } from 'react-aria-components/Input'
import { Label } from 'react-aria-components/Label'
import { TextArea } from 'react-aria-components/TextArea'
import { Text } from 'react-aria-components/Text'
import { TextField as AriaTextField } from 'react-aria-components/TextField'
import { useText } from '../i18n/use-text.ts'
import { IconButton } from './icon-button.tsx'
import styles from './text-field.module.css'

export interface TextFieldProps {
  label: string
  name: string
  value: string
  onChange: (value: string) => void
  type?: 'text' | 'password' | 'datetime-local'
  hint?: string | undefined
  /** Stands behind the label, such as "optional". */
  aside?: string
  error?: string | undefined
  autoComplete?: string
  autoFocus?: boolean
  /** For names that are not words: no capitals, no corrections. */
  verbatim?: boolean
  prefix?: string
  disabled?: boolean
  maxLength?: number
  /** More than one line. */
  rows?: number
}

export function TextField(props: TextFieldProps) {
  const {
    label,
    name,
    value,
    onChange,
    type = 'text',
    hint,
    aside,
    error,
    verbatim = false,
  } = props
  const { text } = useText()
  const [revealed, setRevealed] = useState(false)
  const isPassword = type === 'password'
  return (
    <AriaTextField
      className={styles.field ?? ''}
      name={name}
      value={value}
      onChange={onChange}
      type={isPassword && revealed ? 'text' : type}
      isInvalid={error !== undefined}
      isDisabled={props.disabled ?? false}
      validationBehavior="aria"
      autoComplete={props.autoComplete ?? 'off'}
      autoFocus={props.autoFocus ?? false}
      {...(props.maxLength === undefined ? {} : { maxLength: props.maxLength })}
      {...(verbatim ? { autoCapitalize: 'none', autoCorrect: 'off', spellCheck: 'false' } : {})}
    >
      <span className={styles.head}>
        <Label className={styles.label ?? ''}>{label}</Label>
        {aside !== undefined && <span className={styles.aside}>{aside}</span>}
      </span>
      <span className={styles.box}>
        {props.prefix !== undefined && (
          <span className={styles.prefix} aria-hidden="true">
            {props.prefix}
          </span>
        )}
        {props.rows === undefined ? (
          <Input className={styles.input ?? ''} />
        ) : (
          <TextArea className={styles.area ?? ''} rows={props.rows} />
        )}
        {isPassword && (
          <IconButton
            className={styles.reveal}
            icon={revealed ? 'eyeOff' : 'eye'}
            label={text(revealed ? 'auth.hidePassword' : 'auth.showPassword')}
            onPress={() => setRevealed(!revealed)}
          />
        )}
      </span>
      {hint !== undefined && error === undefined && (
        <Text slot="description" className={styles.hint ?? ''}>
          {hint}
        </Text>
      )}
      <FieldError className={styles.error ?? ''}>{error}</FieldError>
    </AriaTextField>
  )
}
