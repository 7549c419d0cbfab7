import type { DeviceSummary } from '@parley/client/browser'
import { useCallback, useEffect, useState } from 'react'
import type { MessageId } from '../../i18n/catalog/en.ts'
import { relativeTime } from '../../i18n/format-time.ts'
import { useNow } from '../../i18n/use-now.ts'
import { useText } from '../../i18n/use-text.ts'
import { Button } from '../../kit/button.tsx'
import { Confirm } from '../../kit/confirm.tsx'
import { Icon, type IconName } from '../../kit/icon.tsx'
import { Notice } from '../../kit/notice.tsx'
import { Spinner } from '../../kit/spinner.tsx'
import { errorText } from '../../session/error-text.ts'
import { useIM } from '../../session/session-context.ts'
import { useObservable } from '../../session/use-observable.ts'
import styles from './devices-section.module.css'
import { Section } from '../../kit/section.tsx'

/** By DeviceClass of the protocol. */
const classes: Record<number, { icon: IconName; name: MessageId }> = {
  0: { icon: 'computer', name: 'device.0' },
  1: { icon: 'computer', name: 'device.1' },
  2: { icon: 'computer', name: 'device.2' },
  3: { icon: 'phone', name: 'device.3' },
  4: { icon: 'phone', name: 'device.4' },
  5: { icon: 'phone', name: 'device.5' },
  6: { icon: 'terminal', name: 'device.6' },
}
const unknownClass = { icon: 'computer', name: 'device.0' } as const

type Loaded =
  | { state: 'loading' }
  | { state: 'failed'; error: unknown }
  | { state: 'ready'; devices: readonly DeviceSummary[] }

/** Where the account is signed in, and the way to end that. */
export function DevicesSection() {
  const im = useIM()
  const { text } = useText()
  const isOnline = useObservable(im.connection).name === 'online'
  const [loaded, setLoaded] = useState<Loaded>({ state: 'loading' })
  const [ending, setEnding] = useState<DeviceSummary>()
  const load = useCallback(
    async (signal?: AbortSignal) => {
      try {
        const devices = await im.devices(signal === undefined ? {} : { signal })
        setLoaded({ state: 'ready', devices: devices.toSorted(byActivity) })
      } catch (error) {
        if (signal?.aborted !== true) setLoaded({ state: 'failed', error })
      }
    },
    [im],
  )
  useEffect(() => {
    const abort = new AbortController()
    void load(abort.signal)
    return () => abort.abort()
  }, [load, isOnline])

  const nameOf = (device: DeviceSummary) =>
    device.name || text((classes[device.deviceClass] ?? unknownClass).name)
  return (
    <Section title={text('settings.devices')}>
      {loaded.state === 'loading' && <Spinner />}
      {loaded.state === 'failed' && (
        <>
          <Notice look="danger">
            {text('settings.devicesFailed')} {errorText(text, loaded.error)}
          </Notice>
          <div>
            <Button onPress={() => void load()}>{text('chat.retry')}</Button>
          </div>
        </>
      )}
      {loaded.state === 'ready' && (
        <ul className={styles.list}>
          {loaded.devices.map((device) => (
            <DeviceLine
              key={device.device}
              device={device}
              name={nameOf(device)}
              onEnd={() => setEnding(device)}
            />
          ))}
        </ul>
      )}
      {ending !== undefined && (
        <Confirm
          title={text('settings.endDeviceTitle', { name: nameOf(ending) })}
          hint={text('settings.endDeviceHint')}
          action={text('settings.endDevice')}
          describe={(thrown) => errorText(text, thrown)}
          onConfirm={async () => {
            await im.endDevice(ending.device)
            await load()
          }}
          onClose={() => setEnding(undefined)}
        />
      )}
    </Section>
  )
}

interface DeviceLineProps {
  device: DeviceSummary
  name: string
  onEnd: () => void
}

function DeviceLine({ device, name, onEnd }: DeviceLineProps) {
  const { text, language } = useText()
  const nowMs = useNow()
  const seen = text('settings.deviceSeen', {
    when: relativeTime(language, device.lastSeenMs, nowMs),
  })
  return (
    <li className={styles.device}>
      <span className={styles.icon}>
        <Icon name={(classes[device.deviceClass] ?? unknownClass).icon} size={20} />
      </span>
      <span className={styles.words}>
        <span className={styles.name}>{name}</span>
        <span className={styles.state}>
          {device.current
            ? text('settings.thisDevice')
            : device.online
              ? text('settings.deviceOnline')
              : seen}
        </span>
      </span>
      {!device.current && (
        <Button onPress={onEnd} aria-label={text('settings.endDeviceNamed', { name })}>
          {text('settings.endDevice')}
        </Button>
      )}
    </li>
  )
}

const byActivity = (a: DeviceSummary, b: DeviceSummary) =>
  Number(b.current) - Number(a.current) ||
  Number(b.online) - Number(a.online) ||
  b.lastSeenMs - a.lastSeenMs
