import { groupRoles, type GroupMember } from '@parley/client/browser'
import { useState } from 'react'
import { useText } from '../i18n/use-text.ts'
import { Confirm } from '../kit/confirm.tsx'
import type { MenuAction } from '../kit/menu.tsx'
import { MenuButton } from '../kit/menu-button.tsx'
import { errorText } from '../session/error-text.ts'
import { useGroups, type OpenGroup } from './use-group.ts'

const hourMs = 3_600_000
const mutes = { hour: hourMs, day: 24 * hourMs, week: 7 * 24 * hourMs } as const
const muteNames = Object.keys(mutes) as (keyof typeof mutes)[]

type Asked = 'remove' | 'transfer' | 'promote' | 'demote' | 'mute' | 'unmute'

export interface MemberMenuProps {
  group: OpenGroup
  member: GroupMember
  name: string
}

/** What one may do about a member; not there where that is nothing. What is done is asked about before. */
export function MemberMenu({ group, member, name }: MemberMenuProps) {
  const { text } = useText()
  const groups = useGroups()
  const [asked, setAsked] = useState<{ what: Asked; act: () => Promise<void> }>()
  const { id, may } = group
  const { account, role, mutedUntilMs } = member
  const ask = (what: Asked, act: () => Promise<void>) => setAsked({ what, act })

  const isMuted = mutedUntilMs > Date.now()
  const muteActions = isMuted
    ? [
        {
          id: 'unmute',
          label: text('groups.unmute'),
          onAction: () => ask('unmute', () => groups.mute(id, account, 0)),
        },
      ]
    : muteNames.map((lasts) => ({
        id: `mute ${lasts}`,
        label: text(`groups.mute.${lasts}`),
        onAction: () => ask('mute', () => groups.mute(id, account, Date.now() + mutes[lasts])),
      }))
  const isAdmin = role === groupRoles.admin
  const actions: MenuAction[] = [
    ...(may('setRole', role)
      ? [
          {
            id: 'role',
            label: text(isAdmin ? 'groups.demote' : 'groups.promote'),
            onAction: () =>
              ask(isAdmin ? 'demote' : 'promote', () =>
                groups.setRole(id, account, isAdmin ? groupRoles.member : groupRoles.admin),
              ),
          },
        ]
      : []),
    ...(may('transfer')
      ? [
          {
            id: 'transfer',
            label: text('groups.transfer'),
            onAction: () => ask('transfer', () => groups.transfer(id, account)),
          },
        ]
      : []),
    ...(may('mute', role) ? muteActions : []),
    ...(may('remove', role)
      ? [
          {
            id: 'remove',
            label: text('groups.remove'),
            look: 'danger' as const,
            onAction: () => ask('remove', () => groups.remove(id, [account])),
          },
        ]
      : []),
  ]
  if (actions.length === 0) return null
  return (
    <>
      <MenuButton icon="more" label={text('groups.memberActs', { name })} actions={() => actions} />
      {asked !== undefined && (
        <Confirm
          title={text(`groups.${asked.what}Title`, { name })}
          hint={text(`groups.${asked.what}Hint`)}
          action={text(`groups.${asked.what}Do`)}
          describe={(thrown) => errorText(text, thrown)}
          onConfirm={asked.act}
          onClose={() => setAsked(undefined)}
        />
      )}
    </>
  )
}
