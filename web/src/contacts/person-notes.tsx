import type { Contact } from '@parley/client/browser'
import { useState } from 'react'
import { Form } from 'react-aria-components/Form'
import { useSubmit } from '../account/use-submit.ts'
import { useText } from '../i18n/use-text.ts'
import { Button } from '../kit/button.tsx'
import { Section } from '../kit/section.tsx'
import { TextField } from '../kit/text-field.tsx'
import styles from './person-page.module.css'
import { readTags } from './read-tags.ts'
import { useContacts } from './use-contacts.ts'

const remarkLengthMax = 40
const tagsLengthMax = 200

export interface PersonNotesProps {
  account: number
  contact: Contact | undefined
}

/** What only one's own devices know of somebody: another name, and tags. */
export function PersonNotes({ account, contact }: PersonNotesProps) {
  const { text } = useText()
  const contacts = useContacts()
  const known = { remark: contact?.remark ?? '', tags: (contact?.tags ?? []).join(' ') }
  const [typed, setTyped] = useState<{ remark?: string; tags?: string }>({})
  const { busy, error, submit } = useSubmit()
  const remark = typed.remark ?? known.remark
  const tags = typed.tags ?? known.tags
  const isChanged = remark.trim() !== known.remark || readTags(tags).join(' ') !== known.tags
  return (
    <Section title={text('person.notes')}>
      <Form
        className={styles.notes ?? ''}
        onSubmit={(event) => {
          event.preventDefault()
          if (!isChanged) return
          submit(async () => {
            await contacts.set(account, { remark: remark.trim(), tags: readTags(tags) })
            setTyped({})
          })
        }}
      >
        <TextField
          label={text('person.remark')}
          name="remark"
          value={remark}
          onChange={(value) => setTyped({ ...typed, remark: value })}
          maxLength={remarkLengthMax}
        />
        <TextField
          label={text('person.tags')}
          name="tags"
          value={tags}
          onChange={(value) => setTyped({ ...typed, tags: value })}
          hint={text('person.tagsHint')}
          error={error?.text}
          maxLength={tagsLengthMax}
        />
        <div>
          <Button type="submit" busy={busy} isDisabled={!isChanged}>
            {text('settings.save')}
          </Button>
        </div>
      </Form>
    </Section>
  )
}
