import { useEffect, useRef } from 'react'
import { KeyList } from '../../app/key-list.tsx'
import { useText } from '../../i18n/use-text.ts'
import { IconButton } from '../../kit/icon-button.tsx'
import { goBack } from '../../routes/router.ts'
import { AppearanceSection } from './appearance-section.tsx'
import { DevicesSection } from './devices-section.tsx'
import { PasswordSection } from './password-section.tsx'
import { ProfileSection } from './profile-section.tsx'
import { Section } from './section.tsx'
import styles from './settings.module.css'
import { SignOutSection } from './sign-out-section.tsx'

export function Settings() {
  const { text } = useText()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <div className={styles.page}>
      <header className={styles.header}>
        <IconButton
          icon="back"
          label={text('chat.back')}
          onPress={goBack}
          className={styles.back}
        />
        <h2 ref={heading} className={styles.title} tabIndex={-1}>
          {text('settings.title')}
        </h2>
      </header>
      <div className={styles.scroller}>
        <div className={styles.column}>
          <ProfileSection />
          <AppearanceSection />
          <DevicesSection />
          <PasswordSection />
          <div className={styles.keys}>
            <Section title={text('settings.keys')}>
              <KeyList />
            </Section>
          </div>
          <SignOutSection />
        </div>
      </div>
    </div>
  )
}
