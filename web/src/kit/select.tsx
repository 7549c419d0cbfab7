import { useId } from 'react'
import { classNames } from './class-names.ts'
import { Icon } from './icon.tsx'
import styles from './select.module.css'

export interface SelectProps<T extends string> {
  label: string
  /** As a chip the label is only said; else it stands before it. */
  look?: 'chip' | 'line'
  value: T
  options: readonly { value: T; label: string }[]
  /** It stands out: not as it is by itself. */
  isSet?: boolean
  disabled?: boolean
  onChange: (value: T) => void
}

/** One of many, by the list that the system itself shows. */
export function Select<T extends string>(props: SelectProps<T>) {
  const { label, look = 'line', value, options, isSet = false, disabled = false, onChange } = props
  const id = useId()
  return (
    <span className={classNames(styles.field, styles[look], isSet && styles.set)}>
      <label htmlFor={id} className={look === 'chip' ? 'visually-hidden' : ''}>
        {label}
      </label>
      <span className={styles.box}>
        <select
          id={id}
          className={styles.select}
          value={value}
          disabled={disabled}
          onChange={(event) => {
            const chosen = options.find((option) => option.value === event.currentTarget.value)
            if (chosen !== undefined) onChange(chosen.value)
          }}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
        <Icon name="unfold" size={14} className={styles.icon} />
      </span>
    </span>
  )
}
