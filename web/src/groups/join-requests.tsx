import { useLoaded } from '../app/use-loaded.ts'
import { useUnderWay } from '../app/use-under-way.ts'
import { PersonRow } from '../contacts/person-row.tsx'
import styles from '../contacts/requests.module.css'
import { useText } from '../i18n/use-text.ts'
import { Button } from '../kit/button.tsx'
import { Notice } from '../kit/notice.tsx'
import { Section } from '../kit/section.tsx'
import { useGroups, type OpenGroup } from './use-group.ts'

/** Who asks to be let in; not there while nobody does. */
export function JoinRequests({ group }: { group: OpenGroup }) {
  const { text } = useText()
  const groups = useGroups()
  const { id, facts, may } = group
  const maySee = may('seeJoins')
  const { loaded, reload } = useLoaded(
    async (signal) => (maySee ? groups.joinRequests(id, { signal }) : []),
    [groups, id, maySee, facts.joinRequests],
  )
  const { underWay, error, run } = useUnderWay()
  if (loaded.state !== 'ready' || loaded.value.length === 0) return null
  const answer = (account: number, accept: boolean) =>
    run(`${account} ${accept}`, async () => {
      try {
        await groups.answer(id, account, accept)
      } finally {
        await reload()
      }
    })
  return (
    <Section title={text('groups.joinRequests')}>
      <ul className={styles.list}>
        {loaded.value.map(({ account, text: said }) => (
          <li key={account} className={styles.request}>
            <PersonRow
              account={account}
              end={(name) => (
                <div className={styles.buttons}>
                  <Button
                    busy={underWay === `${account} false`}
                    aria-label={text('requests.refuseNamed', { name })}
                    onPress={() => answer(account, false)}
                  >
                    {text('requests.refuse')}
                  </Button>
                  <Button
                    look="main"
                    busy={underWay === `${account} true`}
                    aria-label={text('requests.acceptNamed', { name })}
                    onPress={() => answer(account, true)}
                  >
                    {text('requests.accept')}
                  </Button>
                </div>
              )}
            />
            {said !== '' && (
              <blockquote className={styles.greeting}>
                <bdi>{said}</bdi>
              </blockquote>
            )}
          </li>
        ))}
      </ul>
      {error !== undefined && <Notice look="danger">{error}</Notice>}
    </Section>
  )
}
