import { KeyList } from '../../app/key-list.tsx'
import { Page } from '../../app/page.tsx'
import { useText } from '../../i18n/use-text.ts'
import { Section } from '../../kit/section.tsx'
import { AppearanceSection } from './appearance-section.tsx'
import { DevicesSection } from './devices-section.tsx'
import { PasswordSection } from './password-section.tsx'
import { PrivacySection } from './privacy-section.tsx'
import { ProfileSection } from './profile-section.tsx'
import styles from './settings.module.css'
import { SignOutSection } from './sign-out-section.tsx'

export function Settings() {
  const { text } = useText()
  return (
    <Page title={text('settings.title')} top>
      <ProfileSection />
      <PrivacySection />
      <AppearanceSection />
      <DevicesSection />
      <PasswordSection />
      <div className={styles.keys}>
        <Section title={text('settings.keys')}>
          <KeyList />
        </Section>
      </div>
      <SignOutSection />
    </Page>
  )
}
