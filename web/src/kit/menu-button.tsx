import { lazy, Suspense, useRef, useState } from 'react'
import type { IconName } from './icon.tsx'
import { IconButton } from './icon-button.tsx'
import type { MenuAction } from './menu.tsx'

const Menu = lazy(async () => ({ default: (await import('./menu.tsx')).Menu }))

export interface MenuButtonProps {
  icon: IconName
  label: string
  /** Asked for when it opens. */
  actions: () => readonly MenuAction[]
  className?: string | undefined
}

/** A button that opens a menu beside itself. */
export function MenuButton({ icon, label, actions, className }: MenuButtonProps) {
  const button = useRef<HTMLButtonElement>(null)
  const [anchor, setAnchor] = useState<Element>()
  return (
    <>
      <IconButton
        ref={button}
        icon={icon}
        label={label}
        opens="menu"
        isOpen={anchor !== undefined}
        onPress={() => setAnchor(button.current ?? undefined)}
        className={className}
      />
      {anchor !== undefined && (
        <Suspense fallback={null}>
          <Menu
            label={label}
            actions={actions()}
            anchor={anchor}
            onClose={() => setAnchor(undefined)}
          />
        </Suspense>
      )}
    </>
  )
}
