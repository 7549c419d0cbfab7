import { Label } from 'react-aria-components/Label'
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup'
import styles from './choice.module.css'

export interface ChoiceProps<T extends string> {
  label: string
  /** For screen readers only, where what stands above says it. */
  isLabelHidden?: boolean
  value: T
  options: readonly { value: T; label: string; lang?: string }[]
  onChange: (value: T) => void
}

/** A few exclusive options, side by side. */
export function Choice<T extends string>(props: ChoiceProps<T>) {
  const { label, isLabelHidden = false, value, options, onChange } = props
  const choose = (chosen: string) => {
    const option = options.find((each) => each.value === chosen)
    if (option !== undefined) onChange(option.value)
  }
  return (
    <RadioGroup
      className={styles.group ?? ''}
      value={value}
      onChange={choose}
      orientation="horizontal"
    >
      <Label className={isLabelHidden ? 'visually-hidden' : (styles.label ?? '')}>{label}</Label>
      <div className={styles.options}>
        {options.map((option) => (
          <Radio key={option.value} value={option.value} className={styles.option ?? ''}>
            <span lang={option.lang}>{option.label}</span>
          </Radio>
        ))}
      </div>
    </RadioGroup>
  )
}
