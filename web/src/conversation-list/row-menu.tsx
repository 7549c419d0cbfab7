import type { ConversationSummary } from '@parley/client/browser'
import { useText } from '../i18n/use-text.ts'
import { Confirm } from '../kit/confirm.tsx'
import { Menu, type MenuPoint } from '../kit/menu.tsx'
import { go } from '../routes/router.ts'
import { useConversationName } from './conversation-name.ts'
import { rowActions } from './row-actions.ts'
import type { Keeper } from './use-keeping.ts'

export interface RowMenuProps {
  summary: ConversationSummary
  /** Undefined: what is shown is the question before it is hidden. */
  anchor: Element | MenuPoint | undefined
  isCurrent: boolean
  keeper: Keeper
  onHide: () => void
  /** Something was set, and the row may be gone. */
  onDone: () => void
  onClose: () => void
}

/** The menu of a row, and the question before it goes. */
export function RowMenu({ summary, anchor, isCurrent, keeper, ...on }: RowMenuProps) {
  const { text } = useText()
  const name = useConversationName(summary)
  if (anchor === undefined)
    return (
      <Confirm
        title={text('keep.hideTitle', { name })}
        hint={text('keep.hideHint')}
        action={text('keep.hideDo')}
        describe={keeper.describe}
        onConfirm={async () => {
          await keeper.ask(summary, { hidden: true })
          if (isCurrent) go({ name: summary.archived ? 'archived' : 'home' }, { replace: true })
          on.onDone()
        }}
        onClose={on.onClose}
      />
    )
  const actions = rowActions({
    text,
    summary,
    keeper,
    keep: (input) => void keeper.keep(summary, input).then(on.onDone),
    onHide: on.onHide,
  })
  return (
    <Menu
      label={text('keep.actionsOf', { name })}
      anchor={anchor}
      actions={actions}
      onClose={on.onClose}
    />
  )
}
