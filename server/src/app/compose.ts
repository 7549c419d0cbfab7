import type { Clock } from '../base/clock.ts'
import type { Hashing, Passwords } from '../base/crypto.ts'
import { KeyedLimiter } from '../base/keyed-limiter.ts'
import type { Log } from '../base/log.ts'
import type { Random } from '../base/random.ts'
import { createCommandPort, type CommandPortDeps } from '../commands/create-command-port.ts'
import type { CommandPort } from '../commands/port.ts'
import type { ContactLimits } from '../data/contact-store.ts'
import type { Store } from '../data/store.ts'
import { createAttempts, type AttemptRates } from '../logic/account/attempts.ts'
import { keepExpiringRequests } from '../logic/contact/expire-requests.ts'
import type { HttpAddress } from '../logic/file/get-file-space.ts'
import { readDevicePolicy } from '../logic/device/device-policy.ts'
import { createMembers } from '../logic/conversation/members.ts'
import { createHeldReceipts } from '../logic/message/held-receipts.ts'
import { keepDue, type KeepDueDeps } from '../logic/message/keep-due.ts'
import { createReceipts } from '../logic/message/receipts.ts'
import { createDelivery, type Delivery } from '../session/delivery.ts'
import { createMemoryRegistry } from '../session/memory/memory-registry.ts'
import { createPresence } from '../session/presence.ts'
import type { SessionRegistry } from '../session/registry.ts'
import { fileSettings, type FileSettingName } from './file-settings.ts'
import type { Settings } from './settings.ts'

/** What the rules run on. All of it is injected, so that a whole world can be simulated. */
export interface ComposePorts {
  clock: Clock
  random: Random
  hashing: Hashing
  passwords: Passwords
  log: Log
  store: Store
  /** Where the HTTP server is; without it there is none. */
  httpAddress?: () => HttpAddress
}

export type RuleSettings = Pick<
  Settings,
  | 'strangersMayWrite'
  | 'heartbeatMs'
  | 'resumableMs'
  | 'accountRequestsBurst'
  | 'accountRequestsPerSecond'
  | 'registration'
  | 'strangersPerDay'
  | 'contactsMax'
  | 'devicePolicy'
  | 'contactRequestsPerDay'
  | 'contactRequestsPerTarget'
  | 'contactRequestWindowMs'
  | 'contactRequestLifeMs'
  | 'editWithinMs'
  | 'recallWithinMs'
  | 'pinsMax'
  | 'burnAfterMsMax'
  | 'scheduledMax'
  | 'scheduleAheadMs'
  | FileSettingName
  | 'groupMembersMax'
>

export interface Composed {
  commands: CommandPort
  registry: SessionRegistry
  delivery: Delivery
  /** What the rules were built from; the operator's own commands use the same. */
  deps: CommandPortDeps
  /** Before the store closes: nothing is begun by itself any more. */
  stop(): void
}

const minClient = '0.1.0'
const attemptRates: AttemptRates = {
  perAddress: { burst: 30, everyMs: 6_000 },
  perHandle: { burst: 10, everyMs: 60_000 },
  badTokens: { burst: 60, everyMs: 2_000 },
}
const dayMs = 24 * 3_600_000
/** Contact requests that wait for one account. */
const contactsWaitingMax = 500
const findRate = { burst: 300, everyMs: 1_000 }
const searchRate = { burst: 60, everyMs: 200 }
const groupRate = { burst: 100, everyMs: 5_000 }

/** Puts session, logic and commands together over a store. Settings are read each time they matter. */
export function compose(ports: ComposePorts, settings: RuleSettings): Composed {
  const { clock, random, hashing, passwords, log, store } = ports
  const registry = createMemoryRegistry({
    clock,
    hashing,
    events: {
      connectedChanged: (account, has) => presence.connectedChanged(account, has),
      ended: (session) => presence.forget(session),
    },
  })
  const delivery = createDelivery(registry)
  const presence = createPresence({ clock, delivery, registry, store: store.presence })
  const { accounts, devices, entries, conversations, groups, sync, search } = store
  const { contacts, accountSettings, files, generation, serverKey } = store
  const members = createMembers(conversations)
  const receipts = createReceipts({ clock, entries, members, delivery })
  const attempts = createAttempts(clock, attemptRates)
  const deps: CommandPortDeps & KeepDueDeps = {
    clock,
    random,
    hashing,
    passwords,
    log,
    attempts,
    registry,
    delivery,
    presence,
    members,
    receipts,
    heldReceipts: createHeldReceipts(receipts),
    presenceStore: store.presence,
    accounts,
    devices,
    entries,
    conversations,
    ownStates: store.ownStates,
    groups,
    sync,
    search,
    searchLimit: new KeyedLimiter(clock, searchRate),
    contacts,
    accountSettings,
    contactLimits: () => contactLimits(settings),
    files,
    fileSettings: () => fileSettings(settings),
    httpAddress: ports.httpAddress ?? (() => noHttp),
    generation,
    serverKey,
    minClient,
    findLimit: new KeyedLimiter(clock, findRate),
    groupLimit: new KeyedLimiter(clock, groupRate),
    heartbeatMs: settings.heartbeatMs,
    resumableMs: settings.resumableMs,
    accountRate: {
      burst: settings.accountRequestsBurst,
      everyMs: 1_000 / settings.accountRequestsPerSecond,
    },
    deviceLimit: (deviceClass) => readDevicePolicy(settings.devicePolicy)(deviceClass),
    registrationOpen: () => settings.registration,
    strangersMayWrite: () => settings.strangersMayWrite,
    strangerLimit: new KeyedLimiter(clock, {
      burst: settings.strangersPerDay,
      everyMs: dayMs / settings.strangersPerDay,
    }),
    editWithinMs: () => settings.editWithinMs,
    recallWithinMs: () => settings.recallWithinMs,
    pinsMax: () => settings.pinsMax,
    burnAfterMsMax: () => settings.burnAfterMsMax,
    scheduledMax: () => settings.scheduledMax,
    scheduleAheadMs: () => settings.scheduleAheadMs,
    scheduled: store.scheduled,
    wakeDue: (atMs) => due.wake(atMs),
    groupMembersMax: () => settings.groupMembersMax,
  }
  const keepers = [keepExpiringRequests({ clock, contacts, delivery }), keepDue(deps)] as const
  const [, due] = keepers
  const stop = () => keepers.forEach((keeper) => keeper.stop())
  return { commands: createCommandPort(deps), registry, delivery, deps, stop }
}

const noHttp: HttpAddress = { publicUrl: '', port: 0, secure: false }

function contactLimits(settings: RuleSettings): ContactLimits {
  return {
    requestsPerDay: settings.contactRequestsPerDay,
    requestsPerTarget: settings.contactRequestsPerTarget,
    requestWindowMs: settings.contactRequestWindowMs,
    requestLifeMs: settings.contactRequestLifeMs,
    contactsMax: settings.contactsMax,
    waitingMax: contactsWaitingMax,
  }
}
