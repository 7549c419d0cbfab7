import { useState } from 'react'
import { useSubmit } from '../account/use-submit.ts'
import { Page } from '../app/page.tsx'
import { useText } from '../i18n/use-text.ts'
import { Button } from '../kit/button.tsx'
import { Notice } from '../kit/notice.tsx'
import { TextField } from '../kit/text-field.tsx'
import { go } from '../routes/router.ts'
import styles from './new-group.module.css'
import { PeoplePicker } from './people-picker.tsx'
import { useGroups } from './use-group.ts'

const nameLengthMax = 40

/** Makes a group of people whom one knows. More can be invited later, or come by a link. */
export function NewGroup() {
  const { text } = useText()
  const groups = useGroups()
  const [name, setName] = useState('')
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set())
  const { busy, error, submit } = useSubmit()
  const isNamed = name.trim() !== ''
  const create = () =>
    submit(async () => {
      const id = await groups.create({ name: name.trim(), members: [...chosen] })
      go({ name: 'conversation', id }, { replace: true })
    })
  return (
    <Page title={text('groups.new')} bare>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          if (isNamed) create()
        }}
      >
        <div className={styles.name}>
          <TextField
            label={text('groups.name')}
            name="name"
            value={name}
            onChange={setName}
            maxLength={nameLengthMax}
            autoFocus
          />
        </div>
        <PeoplePicker chosen={chosen} onChange={setChosen} />
        <footer className={styles.end}>
          {error !== undefined && <Notice look="danger">{error.text}</Notice>}
          <Button look="main" type="submit" wide busy={busy} isDisabled={!isNamed}>
            {text('groups.create', { count: chosen.size })}
          </Button>
        </footer>
      </form>
    </Page>
  )
}
