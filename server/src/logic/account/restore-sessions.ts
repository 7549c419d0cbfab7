import type { Store } from '../../data/store.ts'
import type { SessionRegistry } from '../../session/registry.ts'
import type { Session } from '../../session/session.ts'

export interface RestoreSessionsDeps {
  devices: Pick<Store['devices'], 'living'>
  presenceStore: Pick<Store['presence'], 'hidden'>
  registry: Pick<SessionRegistry, 'restore'>
}

export type RestoreOutcome = 'restored' | 'superseded' | 'ended'

/**
 * Takes in sessions whose connections outlived the process that opened them (R6.f). Those of devices that were ended
 * meanwhile are not taken in (R12), nor those that go on in a later epoch elsewhere: their connections are to be closed.
 * @returns the outcome of each, in their order.
 */
export async function restoreSessions(
  deps: RestoreSessionsDeps,
  sessions: readonly Session[],
): Promise<RestoreOutcome[]> {
  const living = new Set(await deps.devices.living(sessions.map(({ device }) => device)))
  const outcomes = sessions.map((session): RestoreOutcome => {
    if (!living.has(session.device)) return 'ended'
    const restoration = deps.registry.restore(session)
    if (restoration.status === 'restored') {
      const { former } = restoration
      former?.outlet.close(former.connection, 'TAKEN_OVER')
    }
    return restoration.status
  })
  // NOTE read once the sessions are registered: a change meanwhile finds them there.
  const hidden = await deps.presenceStore.hidden(sessions.map(({ account }) => account))
  for (const session of sessions) session.isHidden ??= hidden.has(session.account)
  return outcomes
}
