import type { KeyboardEvent, RefObject } from 'react'
import { useText } from '../i18n/use-text.ts'
import { Icon } from '../kit/icon.tsx'
import { IconButton } from '../kit/icon-button.tsx'
import styles from './search-box.module.css'

export interface SearchBoxProps {
  input: RefObject<HTMLInputElement | null>
  value: string
  /** Something is looked for, be it by filters alone. */
  isOn: boolean
  onChange: (value: string) => void
  onClear: () => void
}

/** Looks while one types. Down goes into what is listed, Esc leaves. */
export function SearchBox({ input, value, isOn, onChange, onClear }: SearchBoxProps) {
  const { text } = useText()
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') {
      if (!isOn) input.current?.blur()
      onClear()
      event.preventDefault()
    } else if (event.key === 'ArrowDown' || event.key === 'Enter') {
      const first = input.current?.closest('nav')?.querySelector<HTMLElement>('[data-row]')
      if (event.key === 'Enter') first?.click()
      else first?.focus()
      event.preventDefault()
    }
  }
  return (
    <div className={styles.box}>
      <Icon name="search" size={18} className={styles.icon} />
      <input
        ref={input}
        className={styles.input}
        type="text"
        role="searchbox"
        inputMode="search"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        aria-label={text('list.search')}
        aria-keyshortcuts="Control+K Meta+K"
        placeholder={text('list.search')}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      {isOn && (
        <IconButton
          icon="close"
          label={text('list.clearSearch')}
          className={styles.clear}
          onPress={() => {
            onClear()
            input.current?.focus()
          }}
        />
      )}
    </div>
  )
}
