import { groupRoles, type GroupSettings } from '@parley/client/browser'
import { useSubmit } from '../account/use-submit.ts'
import { useText } from '../i18n/use-text.ts'
import { Notice } from '../kit/notice.tsx'
import { Section } from '../kit/section.tsx'
import { Select } from '../kit/select.tsx'
import { Switch } from '../kit/switch.tsx'
import { useGroups, type OpenGroup } from './use-group.ts'

const roles = ['member', 'admin', 'owner'] as const
type Role = (typeof roles)[number]
const roleOf = (number: number): Role =>
  roles.find((role) => groupRoles[role] === number) ?? 'member'

/** Who may do what, and how one joins: settled by the owner; admins mute all. */
export function GroupRules({ group }: { group: OpenGroup }) {
  const { text } = useText()
  const groups = useGroups()
  const { id, facts, may } = group
  const { settings } = facts
  const { busy, error, submit } = useSubmit()
  if (!may('muteAll') && !may('setSettings')) return null
  const set = (input: Partial<GroupSettings>) =>
    submit(() => groups.change(id, { settings: { ...settings, ...input } }))
  const options = roles.map((value) => ({ value, label: text(`groups.from.${value}`) }))
  return (
    <Section title={text('groups.rules')}>
      <Switch
        label={text('groups.muteAll')}
        hint={text('groups.muteAllHint')}
        isOn={facts.allMuted}
        disabled={busy}
        onChange={(allMuted) => submit(() => groups.change(id, { allMuted }))}
      />
      {may('setSettings') && (
        <>
          <Switch
            label={text('groups.approveJoins')}
            hint={text('groups.approveJoinsHint')}
            isOn={settings.approveJoins}
            disabled={busy}
            onChange={(approveJoins) => set({ approveJoins })}
          />
          <Switch
            label={text('groups.history')}
            hint={text('groups.historyHint')}
            isOn={settings.historyFromStart}
            disabled={busy}
            onChange={(historyFromStart) => set({ historyFromStart })}
          />
          <Select
            label={text('groups.whoInvites')}
            value={roleOf(settings.inviteFrom)}
            options={options}
            disabled={busy}
            onChange={(role) => set({ inviteFrom: groupRoles[role] })}
          />
          <Select
            label={text('groups.whoMentionsAll')}
            value={roleOf(settings.mentionAllFrom)}
            options={options}
            disabled={busy}
            onChange={(role) => set({ mentionAllFrom: groupRoles[role] })}
          />
        </>
      )}
      {error !== undefined && <Notice look="danger">{error.text}</Notice>}
    </Section>
  )
}
