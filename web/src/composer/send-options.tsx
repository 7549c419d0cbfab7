import { timeSpan } from '../i18n/format-time.ts'
import { useText } from '../i18n/use-text.ts'
import { MenuButton } from '../kit/menu-button.tsx'
import type { MenuAction } from '../kit/menu.tsx'

/** How long after reading a message may burn: what is offered. */
const burnsMs = [10_000, 60_000, 3_600_000, 86_400_000] as const

export interface SendOptionsProps {
  /** 0: it does not burn. */
  burnAfterMs: number
  /** Whether what stands there can be sent later. */
  canSendLater: boolean
  onBurn: (afterMs: number) => void
  onSendLater: () => void
  className?: string | undefined
}

/** Other ways to send than at once and for good. */
export function SendOptions(props: SendOptionsProps) {
  const { burnAfterMs, canSendLater, onBurn, onSendLater, className } = props
  const { text, language } = useText()
  const actions = (): MenuAction[] => [
    {
      id: 'later',
      label: text('later.send'),
      icon: 'clock',
      disabled: !canSendLater,
      onAction: onSendLater,
    },
    ...burnsMs
      .filter((afterMs) => afterMs !== burnAfterMs)
      .map((afterMs): MenuAction => ({
        id: `burn ${afterMs}`,
        label: text('burn.after', { time: timeSpan(language, afterMs) }),
        icon: 'flame',
        onAction: () => onBurn(afterMs),
      })),
    ...(burnAfterMs === 0
      ? []
      : [
          {
            id: 'keep',
            label: text('burn.off'),
            icon: 'close',
            onAction: () => onBurn(0),
          } as const,
        ]),
  ]
  return (
    <MenuButton
      icon="clock"
      label={text('later.options')}
      actions={actions}
      className={className}
    />
  )
}
