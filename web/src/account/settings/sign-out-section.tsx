import { useState } from 'react'
import { useText } from '../../i18n/use-text.ts'
import { Button } from '../../kit/button.tsx'
import { Confirm } from '../../kit/confirm.tsx'
import { Icon } from '../../kit/icon.tsx'
import { go } from '../../routes/router.ts'
import { errorText } from '../../session/error-text.ts'
import { useIM, useSession } from '../../session/session-context.ts'
import { useObservable } from '../../session/use-observable.ts'
import { Section } from '../../kit/section.tsx'
import styles from './sign-out-section.module.css'

export function SignOutSection() {
  const im = useIM()
  const session = useSession()
  const { text } = useText()
  const unsent = useObservable(im.outbox).length
  const [asking, setAsking] = useState<'here' | 'everywhere'>()
  const everywhere = asking === 'everywhere'
  return (
    <Section title={text('settings.signOut')}>
      <div className={styles.actions}>
        <Button onPress={() => setAsking('here')}>
          <Icon name="leave" size={18} />
          {text('settings.signOutHere')}
        </Button>
        <Button onPress={() => setAsking('everywhere')}>
          {text('settings.signOutEverywhere')}
        </Button>
      </div>
      {asking !== undefined && (
        <Confirm
          title={text(everywhere ? 'settings.signOutEverywhereTitle' : 'settings.signOutTitle')}
          hint={text('settings.signOutHint')}
          warning={unsent > 0 ? text('settings.signOutUnsent', { count: unsent }) : undefined}
          action={text(everywhere ? 'settings.signOutEverywhere' : 'settings.signOutHere')}
          describe={(thrown) => errorText(text, thrown)}
          onConfirm={async () => {
            await session.signOut({ everywhere })
            go({ name: 'home' }, { replace: true })
          }}
          onClose={() => setAsking(undefined)}
        />
      )}
    </Section>
  )
}
