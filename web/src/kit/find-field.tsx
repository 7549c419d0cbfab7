import styles from './find-field.module.css'
import { Icon } from './icon.tsx'

export interface FindFieldProps {
  label: string
  value: string
  onChange: (value: string) => void
}

/** Narrows the list below it while one types. */
export function FindField({ label, value, onChange }: FindFieldProps) {
  return (
    <div className={styles.box}>
      <Icon name="search" size={18} className={styles.icon} />
      <input
        className={styles.input}
        type="text"
        role="searchbox"
        inputMode="search"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        aria-label={label}
        placeholder={label}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    </div>
  )
}
