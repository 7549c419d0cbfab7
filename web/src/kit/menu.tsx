import { useMemo, useRef } from 'react'
import { Dialog } from 'react-aria-components/Dialog'
import { Menu as AriaMenu, MenuItem } from 'react-aria-components/Menu'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { Popover } from 'react-aria-components/Popover'
import { classNames } from './class-names.ts'
import { Icon, type IconName } from './icon.tsx'
import styles from './menu.module.css'

export interface MenuAction {
  id: string
  label: string
  icon?: IconName
  look?: 'danger'
  disabled?: boolean
  onAction: () => void
}

export interface MenuPoint {
  x: number
  y: number
}

export interface MenuProps {
  /** Said by screen readers. */
  label: string
  actions: readonly MenuAction[]
  /** What it belongs to: an element, or a place on the screen. */
  anchor: Element | MenuPoint
  onClose: () => void
  /** Above the actions, such as a row of emoji. */
  children?: React.ReactNode
}

/** What can be done here: beside its anchor, on a phone as a sheet from below. Esc and a press beside it close. */
export function Menu({ label, actions, anchor, onClose, children }: MenuProps) {
  const openChange = (open: boolean) => {
    if (!open) onClose()
  }
  const content = (
    <Dialog aria-label={label} className={styles.dialog ?? ''}>
      {children}
      <Actions label={label} actions={actions} onClose={onClose} />
    </Dialog>
  )
  if (matchMedia('(width < 760px)').matches)
    return (
      <ModalOverlay isOpen isDismissable onOpenChange={openChange} className={styles.scrim ?? ''}>
        <Modal className={styles.sheet ?? ''}>{content}</Modal>
      </ModalOverlay>
    )
  return (
    <Beside anchor={anchor} onOpenChange={openChange}>
      {content}
    </Beside>
  )
}

interface BesideProps {
  anchor: Element | MenuPoint
  onOpenChange: (open: boolean) => void
  children: React.ReactNode
}

function Beside({ anchor, onOpenChange, children }: BesideProps) {
  const spot = useRef<HTMLSpanElement>(null)
  const element = useMemo(
    () => (anchor instanceof Element ? { current: anchor } : undefined),
    [anchor],
  )
  return (
    <>
      {!(anchor instanceof Element) && (
        <span ref={spot} className={styles.spot} style={{ left: anchor.x, top: anchor.y }} />
      )}
      <Popover
        isOpen
        onOpenChange={onOpenChange}
        triggerRef={element ?? spot}
        placement={element === undefined ? 'bottom start' : 'bottom end'}
        offset={4}
        className={styles.popover ?? ''}
      >
        {children}
      </Popover>
    </>
  )
}

function Actions({ label, actions, onClose }: Pick<MenuProps, 'label' | 'actions' | 'onClose'>) {
  if (actions.length === 0) return null
  const run = (id: unknown) => {
    // NOTE closed first: what the action opens or focuses keeps the focus.
    onClose()
    actions.find((action) => action.id === id)?.onAction()
  }
  return (
    <AriaMenu
      aria-label={label}
      className={styles.menu ?? ''}
      autoFocus="first"
      onAction={run}
      disabledKeys={actions.filter(({ disabled }) => disabled).map(({ id }) => id)}
    >
      {actions.map(({ id, label: name, icon, look }) => (
        <MenuItem
          key={id}
          id={id}
          textValue={name}
          className={classNames(styles.item, look === 'danger' && styles.danger)}
        >
          {icon !== undefined && <Icon name={icon} size={18} />}
          <span>{name}</span>
        </MenuItem>
      ))}
    </AriaMenu>
  )
}
