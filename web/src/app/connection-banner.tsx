import type { IM, IMState } from '@parley/client/browser'
import { useEffect, useState } from 'react'
import { useText } from '../i18n/use-text.ts'
import { Button } from '../kit/button.tsx'
import { classNames } from '../kit/class-names.ts'
import { Spinner } from '../kit/spinner.tsx'
import { useIM } from '../session/session-context.ts'
import { useObservable } from '../session/use-observable.ts'
import styles from './connection-banner.module.css'

/** A short break is not worth a word. */
const patienceMs = 1_200

/** Says when the connection is away, and what that means for what one writes. */
export function ConnectionBanner() {
  const im = useIM()
  const { text } = useText()
  const state = useObservable(im.connection)
  const waiting = useObservable(im.outbox).length
  const isAway = useLongerThan(state.name !== 'online' && state.name !== 'syncing', patienceMs)
  const storageFailed = useStorageFailed(im)
  const shown =
    state.name === 'kicked' ? 'kicked' : isAway ? 'away' : storageFailed ? 'storage' : 'none'
  return (
    <div role="status" className={styles.place}>
      {shown === 'kicked' && (
        <div className={classNames(styles.banner, styles.kicked)}>
          <p className={styles.words}>
            <strong>{text('connection.kicked')}</strong> · {text('connection.kickedHint')}
          </p>
          <Button onPress={() => im.start().catch(() => {})}>{text('connection.useHere')}</Button>
        </div>
      )}
      {shown === 'away' && (
        <div className={styles.banner}>
          {state.name === 'connecting' && <Spinner size={16} />}
          <p className={styles.words}>
            <strong>{text(awayTitle(state))}</strong>
            {' · '}
            {waiting > 0
              ? text('connection.waiting', { count: waiting })
              : text('connection.offlineHint')}
          </p>
        </div>
      )}
      {shown === 'storage' && (
        <div className={styles.banner}>
          <p className={styles.words}>{text('connection.storageFailed')}</p>
        </div>
      )}
    </div>
  )
}

const awayTitle = (state: IMState) =>
  state.name === 'connecting' ? 'connection.connecting' : 'connection.offline'

/** True once `value` has been true for that long without a break. */
function useLongerThan(value: boolean, delayMs: number): boolean {
  const [isLong, setLong] = useState(false)
  useEffect(() => {
    if (!value) {
      setLong(false)
      return undefined
    }
    const timer = setTimeout(() => setLong(true), delayMs)
    return () => clearTimeout(timer)
  }, [value, delayMs])
  return isLong && value
}

function useStorageFailed(im: IM): boolean {
  const [failed, setFailed] = useState(false)
  useEffect(() => im.on('storageFailed', () => setFailed(true)), [im])
  return failed
}
