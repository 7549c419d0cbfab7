import { Editable } from '../app/editable.tsx'
import { useText } from '../i18n/use-text.ts'
import { Section } from '../kit/section.tsx'
import { useGroups, type OpenGroup } from './use-group.ts'

const nicknameLengthMax = 20
const remarkLengthMax = 40

/** How one is called in the group, and what one calls it. */
export function GroupOwn({ group }: { group: OpenGroup }) {
  const { text } = useText()
  const groups = useGroups()
  const { id, facts } = group
  return (
    <Section title={text('groups.own')}>
      <Editable
        label={text('groups.nickname')}
        value={facts.nickname}
        empty={text('groups.noNickname')}
        hint={text('groups.nicknameHint')}
        maxLength={nicknameLengthMax}
        onSave={(nickname) => groups.setNickname(id, nickname)}
      />
      <Editable
        label={text('groups.remark')}
        value={facts.remark}
        empty={text('groups.noRemark')}
        hint={text('groups.remarkHint')}
        maxLength={remarkLengthMax}
        onSave={(remark) => groups.setRemark(id, remark)}
      />
    </Section>
  )
}
