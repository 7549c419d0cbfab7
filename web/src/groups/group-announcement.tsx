import { Editable } from '../app/editable.tsx'
import { useText } from '../i18n/use-text.ts'
import { Section } from '../kit/section.tsx'
import { useGroups, type OpenGroup } from './use-group.ts'

const lengthMax = 1_000
const rows = 4

/** What everybody in the group should know. */
export function GroupAnnouncement({ group }: { group: OpenGroup }) {
  const { text } = useText()
  const groups = useGroups()
  const { id, facts, may } = group
  if (facts.announcement === '' && !may('announce')) return null
  return (
    <Section title={text('groups.announcement')}>
      <Editable
        label={text('groups.announcementLabel')}
        value={facts.announcement}
        empty={text('groups.noAnnouncement')}
        maxLength={lengthMax}
        rows={rows}
        onSave={may('announce') ? (announcement) => groups.change(id, { announcement }) : undefined}
      />
    </Section>
  )
}
