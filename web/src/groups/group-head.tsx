import { useRef, useState } from 'react'
import { avatarFrom } from '../account/settings/avatar-from.ts'
import { useSubmit } from '../account/use-submit.ts'
import { Editable } from '../app/editable.tsx'
import { useText } from '../i18n/use-text.ts'
import { Button } from '../kit/button.tsx'
import { Icon } from '../kit/icon.tsx'
import { Notice } from '../kit/notice.tsx'
import { Link } from '../routes/link.tsx'
import { GroupFace } from './group-face.tsx'
import styles from './group-page.module.css'
import { useGroups, type OpenGroup } from './use-group.ts'

const nameLengthMax = 40

/** Picture and name. */
export function GroupHead({ group }: { group: OpenGroup }) {
  const { text } = useText()
  const groups = useGroups()
  const { id, facts, summary, may } = group
  return (
    <div className={styles.head}>
      <GroupFace group={id} name={facts.name} size="large" />
      <div className={styles.headWords}>
        <Editable
          isTitle
          label={text('groups.name')}
          value={facts.name}
          empty=""
          required
          maxLength={nameLengthMax}
          onSave={may('rename') ? (name) => groups.change(id, { name }) : undefined}
        />
        {!summary.left && (
          <p className={styles.count}>{text('groups.members', { count: facts.members })}</p>
        )}
        <div className={styles.headActs}>
          <Link to={{ name: 'conversation', id }} className={styles.open}>
            <Icon name="chat" size={18} />
            {text('groups.open')}
          </Link>
          {may('setAvatar') && <Picture group={id} hasPicture={facts.avatarSeq > 0} />}
        </div>
      </div>
    </div>
  )
}

function Picture({ group, hasPicture }: { group: number; hasPicture: boolean }) {
  const { text } = useText()
  const groups = useGroups()
  const input = useRef<HTMLInputElement>(null)
  const [isBad, setBad] = useState(false)
  const { busy, error, submit } = useSubmit()
  const choose = async (file: File) => {
    const avatar = await avatarFrom(file)
    setBad(avatar === undefined)
    if (avatar !== undefined) await groups.change(group, { avatar })
  }
  return (
    <>
      <input
        ref={input}
        className="visually-hidden"
        type="file"
        accept="image/*"
        tabIndex={-1}
        aria-hidden="true"
        onChange={(event) => {
          const file = event.currentTarget.files?.[0]
          event.currentTarget.value = ''
          if (file !== undefined) submit(() => choose(file))
        }}
      />
      <Button look="quiet" busy={busy} onPress={() => input.current?.click()}>
        <Icon name="camera" size={18} />
        {text('settings.changePicture')}
      </Button>
      {hasPicture && (
        <Button look="quiet" onPress={() => submit(() => groups.change(group, { avatar: '' }))}>
          {text('settings.removePicture')}
        </Button>
      )}
      {isBad && <Notice look="danger">{text('settings.pictureBad')}</Notice>}
      {error !== undefined && <Notice look="danger">{error.text}</Notice>}
    </>
  )
}
