import { useRef, useState } from 'react'
import { Form } from 'react-aria-components/Form'
import { useText } from '../../i18n/use-text.ts'
import { Avatar } from '../../kit/avatar.tsx'
import { Button } from '../../kit/button.tsx'
import { Icon } from '../../kit/icon.tsx'
import { Notice } from '../../kit/notice.tsx'
import { TextField } from '../../kit/text-field.tsx'
import { useIM } from '../../session/session-context.ts'
import { useObservable } from '../../session/use-observable.ts'
import { displayNameLengthMax } from '../account-fields.ts'
import { useSubmit } from '../use-submit.ts'
import { avatarFrom } from './avatar-from.ts'
import styles from './profile-section.module.css'
import { Section } from '../../kit/section.tsx'

/** What others see of oneself. */
export function ProfileSection() {
  const im = useIM()
  const { text } = useText()
  const me = useObservable(im.account)
  if (me === undefined) return null
  const { profile } = me
  return (
    <Section title={text('settings.profile')}>
      <div className={styles.who}>
        <Avatar
          account={me.account}
          name={profile.displayName || profile.handle}
          picture={profile.avatar}
          size="large"
        />
        <div className={styles.words}>
          <p className={styles.name}>{profile.displayName || profile.handle}</p>
          <p className={styles.handle}>@{profile.handle}</p>
          <Picture hasPicture={profile.avatar !== ''} />
        </div>
      </div>
      <NameForm key={profile.displayName} current={profile.displayName} />
    </Section>
  )
}

function Picture({ hasPicture }: { hasPicture: boolean }) {
  const im = useIM()
  const { text } = useText()
  const input = useRef<HTMLInputElement>(null)
  const [isBad, setBad] = useState(false)
  const { busy, error, submit } = useSubmit()
  const choose = async (file: File) => {
    const avatar = await avatarFrom(file)
    setBad(avatar === undefined)
    if (avatar !== undefined) await im.setProfile({ avatar })
  }
  return (
    <>
      <div className={styles.actions}>
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
          <Button
            look="quiet"
            onPress={() => submit(async () => void (await im.setProfile({ avatar: '' })))}
          >
            {text('settings.removePicture')}
          </Button>
        )}
      </div>
      {isBad && <Notice look="danger">{text('settings.pictureBad')}</Notice>}
      {error !== undefined && <Notice look="danger">{error.text}</Notice>}
    </>
  )
}

function NameForm({ current }: { current: string }) {
  const im = useIM()
  const { text } = useText()
  const [name, setName] = useState(current)
  const { busy, error, submit } = useSubmit()
  const isChanged = name.trim() !== current && name.trim() !== ''
  return (
    <Form
      className={styles.form ?? ''}
      onSubmit={(event) => {
        event.preventDefault()
        if (isChanged) submit(async () => void (await im.setProfile({ displayName: name.trim() })))
      }}
    >
      <TextField
        label={text('settings.displayName')}
        name="name"
        autoComplete="name"
        maxLength={displayNameLengthMax}
        value={name}
        onChange={setName}
        error={error?.text}
      />
      <Button look="main" type="submit" busy={busy} isDisabled={!isChanged}>
        {text('settings.save')}
      </Button>
    </Form>
  )
}
