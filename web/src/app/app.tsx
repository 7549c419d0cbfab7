import { lazy, Suspense, useSyncExternalStore } from 'react'
import { I18nProvider as KitLanguage } from 'react-aria-components/I18nProvider'
import { AccountScreen } from '../account/account-screen.tsx'
import { useText } from '../i18n/use-text.ts'
import { IMContext, SessionContext } from '../session/session-context.ts'
import type { Session } from '../session/session.ts'
import { LoadingScreen } from './loading-screen.tsx'

// Who signs in needs it a moment later than the form.
const Shell = lazy(async () => ({ default: (await import('./shell.tsx')).Shell }))

/** The screen that fits where the page stands with its account. */
export function App({ session }: { session: Session }) {
  const phase = useSyncExternalStore(session.subscribe, session.getSnapshot)
  const { language } = useText()
  return (
    <KitLanguage locale={language === 'zh-Hans' ? 'zh-CN' : 'en-US'}>
      <SessionContext value={session}>
        {phase.name === 'starting' && <LoadingScreen />}
        {phase.name === 'signedOut' && <AccountScreen ended={phase.ended} />}
        {phase.name === 'signedIn' && (
          <IMContext value={phase.im}>
            <Suspense fallback={<LoadingScreen />}>
              <Shell />
            </Suspense>
          </IMContext>
        )}
      </SessionContext>
    </KitLanguage>
  )
}
