import { I18nProvider as LinguiProvider } from '@lingui/react'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import '../tokens/tokens.css'
import '../tokens/base.css'
import { i18n, showLanguage } from '../i18n/i18n.ts'
import type { SessionPort } from '../session/session-port.ts'
import { Session } from '../session/session.ts'
import { App } from './app.tsx'
import { CrashScreen } from './crash-screen.tsx'
import { applyTheme, savedLanguage, savedTheme } from './preferences.ts'
import { followViewport } from './viewport-height.ts'

/** Puts the app into the page. What it talks to is given, so that it can be shown without a server. */
export async function mountApp(element: HTMLElement, port: SessionPort): Promise<void> {
  applyTheme(savedTheme())
  followViewport()
  const session = new Session(port)
  // The larger part of the app comes while the server is asked who this is.
  import('./shell.tsx').catch(() => {})
  await Promise.all([showLanguage(savedLanguage()), session.restore()])
  createRoot(element).render(
    <StrictMode>
      <LinguiProvider i18n={i18n}>
        <CrashScreen>
          <App session={session} />
        </CrashScreen>
      </LinguiProvider>
    </StrictMode>,
  )
}
