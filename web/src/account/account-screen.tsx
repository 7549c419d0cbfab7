import type { IMError } from '@parley/client/browser'
import { useState } from 'react'
import { saveLanguage } from '../app/preferences.ts'
import { isLanguage, languages, showLanguage } from '../i18n/i18n.ts'
import { useText } from '../i18n/use-text.ts'
import { Icon } from '../kit/icon.tsx'
import { Mark } from '../kit/mark.tsx'
import { Notice } from '../kit/notice.tsx'
import { Link } from '../routes/link.tsx'
import { go, useRoute } from '../routes/router.ts'
import styles from './account-screen.module.css'
import { RegisterForm } from './register-form.tsx'
import { SignInForm } from './sign-in-form.tsx'

/** For who is not signed in. The address stays: after signing in one is where one wanted to go. */
export function AccountScreen({ ended }: { ended: IMError | undefined }) {
  const { text } = useText()
  const route = useRoute()
  // Elsewhere, such as at an invitation, both forms stand at the same address.
  const isElsewhere = route.name !== 'register' && route.name !== 'signIn'
  const [isNewElsewhere, setNewElsewhere] = useState(false)
  const isNew = isElsewhere ? isNewElsewhere : route.name === 'register'
  const goOn = () => {
    if (!isElsewhere) go({ name: 'home' }, { replace: true })
  }
  return (
    <main className={styles.screen}>
      <div className={styles.card}>
        <div className={styles.brand}>
          <Mark size={52} />
          <p className={styles.name}>{text('app.name')}</p>
          <p className={styles.tagline}>{text('auth.tagline')}</p>
        </div>
        <h1 className={styles.title}>{text(isNew ? 'auth.registerTitle' : 'auth.signInTitle')}</h1>
        {ended !== undefined && !isNew && <Notice look="warn">{text('auth.ended')}</Notice>}
        {isNew ? <RegisterForm onDone={goOn} /> : <SignInForm />}
        <p className={styles.other}>
          {text(isNew ? 'auth.haveAccount' : 'auth.noAccount')}{' '}
          <Link
            className={styles.link}
            to={{ name: isNew ? 'signIn' : 'register' }}
            replace
            onClick={(event) => {
              if (!isElsewhere) return
              event.preventDefault()
              setNewElsewhere(!isNew)
            }}
          >
            {text(isNew ? 'auth.signIn' : 'auth.register')}
          </Link>
        </p>
      </div>
      <LanguagePicker />
    </main>
  )
}

function LanguagePicker() {
  const { text, language } = useText()
  return (
    <div className={styles.languages} role="group" aria-label={text('auth.language')}>
      <Icon name="globe" size={16} />
      {Object.entries(languages).map(([code, name]) => (
        <button
          key={code}
          type="button"
          lang={code}
          className={styles.language}
          aria-pressed={code === language}
          onClick={() => {
            if (!isLanguage(code)) return
            saveLanguage(code)
            void showLanguage(code)
          }}
        >
          {name}
        </button>
      ))}
    </div>
  )
}
