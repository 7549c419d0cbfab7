import type { GroupLink } from '@parley/client/browser'
import { useState } from 'react'
import { useUnderWay } from '../app/use-under-way.ts'
import { relativeTime } from '../i18n/format-time.ts'
import { useNow } from '../i18n/use-now.ts'
import { useText } from '../i18n/use-text.ts'
import { Button } from '../kit/button.tsx'
import { Icon } from '../kit/icon.tsx'
import { Notice } from '../kit/notice.tsx'
import { Section } from '../kit/section.tsx'
import { Select } from '../kit/select.tsx'
import { Spinner } from '../kit/spinner.tsx'
import { pathOf } from '../routes/route.ts'
import styles from './group-links.module.css'
import { useLoaded } from '../app/use-loaded.ts'
import { useGroups, type OpenGroup } from './use-group.ts'

const dayMs = 86_400_000
const lifetimes = { day: dayMs, week: 7 * dayMs, month: 30 * dayMs, ever: 0 } as const
type Lifetime = keyof typeof lifetimes
const lifetimeNames = Object.keys(lifetimes) as Lifetime[]

/** Addresses by which people join: made, copied and revoked. */
export function GroupLinks({ group }: { group: OpenGroup }) {
  const { text } = useText()
  const groups = useGroups()
  const { id } = group
  const { loaded, reload } = useLoaded((signal) => groups.links(id, { signal }), [groups, id])
  const [lifetime, setLifetime] = useState<Lifetime>('week')
  const { underWay, error, run } = useUnderWay()
  const change = (name: string, act: () => Promise<unknown>) =>
    run(name, async () => {
      await act()
      await reload()
    })
  return (
    <Section title={text('groups.links')}>
      {loaded.state === 'loading' && <Spinner />}
      {loaded.state === 'failed' && <Notice look="danger">{text('groups.linksFailed')}</Notice>}
      {loaded.state === 'ready' && loaded.value.length === 0 && (
        <p className={styles.none}>{text('groups.noLinks')}</p>
      )}
      {loaded.state === 'ready' && loaded.value.length > 0 && (
        <ul className={styles.list}>
          {loaded.value.map((link) => (
            <Line
              key={link.token}
              link={link}
              busy={underWay === link.token}
              onRevoke={() => change(link.token, () => groups.revokeLink(id, link.token))}
            />
          ))}
        </ul>
      )}
      <div className={styles.make}>
        <Select
          label={text('groups.linkLives')}
          value={lifetime}
          options={lifetimeNames.map((value) => ({ value, label: text(`groups.life.${value}`) }))}
          onChange={setLifetime}
        />
        <Button
          busy={underWay === 'make'}
          onPress={() =>
            change('make', () => {
              const lifetimeMs = lifetimes[lifetime]
              return groups.createLink(id, lifetimeMs === 0 ? {} : { lifetimeMs })
            })
          }
        >
          <Icon name="link" size={18} />
          {text('groups.makeLink')}
        </Button>
      </div>
      {error !== undefined && <Notice look="danger">{error}</Notice>}
    </Section>
  )
}

interface LineProps {
  link: GroupLink
  busy: boolean
  onRevoke: () => void
}

function Line({ link, busy, onRevoke }: LineProps) {
  const { text, language } = useText()
  const nowMs = useNow()
  const [copied, setCopied] = useState<'no' | 'yes' | 'failed'>('no')
  const address = location.origin + pathOf({ name: 'join', token: link.token })
  const copy = () => {
    navigator.clipboard.writeText(address).then(
      () => setCopied('yes'),
      () => setCopied('failed'),
    )
  }
  const facts = [
    text('groups.linkUses', { count: link.uses }),
    link.expiresMs > 0
      ? text('groups.linkEnds', { when: untilWords(language, link.expiresMs, nowMs) })
      : text('groups.linkStays'),
  ]
  return (
    <li className={styles.link}>
      <div className={styles.words}>
        <input
          className={styles.address}
          readOnly
          value={address}
          aria-label={text('groups.link')}
          onFocus={(event) => event.currentTarget.select()}
        />
        <p className={styles.facts}>{facts.join(' · ')}</p>
      </div>
      <div className={styles.buttons}>
        <Button onPress={copy}>{text(copied === 'yes' ? 'groups.copied' : 'groups.copy')}</Button>
        <Button look="quiet" busy={busy} onPress={onRevoke}>
          {text('groups.revoke')}
        </Button>
      </div>
      <p className="visually-hidden" role="status">
        {copied === 'yes' && text('groups.copied')}
      </p>
      {copied === 'failed' && <Notice look="warn">{text('groups.copyFailed')}</Notice>}
    </li>
  )
}

const hourMs = 3_600_000

/** In 3 days, in 5 hours. */
function untilWords(language: string, endMs: number, nowMs: number): string {
  const leftMs = endMs - nowMs
  if (leftMs <= 0) return relativeTime(language, endMs, nowMs)
  const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' })
  if (leftMs >= dayMs) return relative.format(Math.round(leftMs / dayMs), 'day')
  return relative.format(Math.max(1, Math.round(leftMs / hourMs)), 'hour')
}
