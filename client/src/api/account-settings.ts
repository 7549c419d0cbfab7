import { accountSettingsCommands } from '@parley/protocol'
import * as wire from '@parley/protocol/wire'
import type { IM, Observable } from './types.ts'
import { Cell } from '../base/cell.ts'
import { featureAccess } from './feature-access.ts'

export type Audience = 'everybody' | 'contacts' | 'nobody'
export type OwnStatus = 'online' | 'busy' | 'away' | 'invisible'

/** What this account has settled for all its devices. */
export interface AccountSettings {
  /** Who finds it by its handle; `contacts`: also who has a conversation with it. */
  readonly findableBy: Exclude<Audience, 'nobody'>
  /** Who may write to it directly. */
  readonly writableBy: Exclude<Audience, 'nobody'>
  /** Who sees when it was last online; whoever hides it from somebody does not see it of them either. */
  readonly lastSeenBy: Audience
  /** How it shows itself while it is online. `invisible`: to others as if it were not. */
  readonly status: OwnStatus
}

export interface OwnSettings {
  /** As known here; shared by the account's devices. */
  readonly settings: Observable<AccountSettings>
  /** Resolves when it is stored. @throws IMError BAD_REQUEST, OFFLINE */
  set(input: Partial<AccountSettings>): Promise<void>
}

const key = 'account:settings'
const audiences: readonly Audience[] = ['everybody', 'everybody', 'contacts', 'nobody']
const statuses: readonly OwnStatus[] = ['online', 'online', 'busy', 'away', 'invisible']
const known = new WeakMap<IM, OwnSettings>()

/** The same object for the same client. */
export function accountSettingsOf(im: IM): OwnSettings {
  const made = known.get(im) ?? createOwnSettings(im)
  known.set(im, made)
  return made
}

function createOwnSettings(im: IM): OwnSettings {
  const { ask, engine } = featureAccess(im, accountSettingsCommands)
  const settings = new Cell(() => readSettings(engine.items.get(key)))
  im.on('itemChanged', (item) => {
    if (item.key === key) settings.changed()
  })
  return {
    settings,
    async set({ findableBy, writableBy, lastSeenBy, status }) {
      const { entry } = await ask('setAccountSettings', {
        settings: {
          findableBy: numberOf(audiences, findableBy),
          writableBy: numberOf(audiences, writableBy),
          lastSeenBy: numberOf(audiences, lastSeenBy),
          status: numberOf(statuses, status),
        },
      })
      if (entry) engine.items.take(entry)
    },
  }
}

/** Its place; 0 says "as it is". */
function numberOf<T>(names: readonly T[], name: T | undefined): number {
  return name === undefined ? 0 : names.lastIndexOf(name)
}

function readSettings(body: Uint8Array | undefined): AccountSettings {
  const read = wire.AccountSettings.decode(body ?? new Uint8Array())
  const audience = (number: number) => audiences[number] ?? 'everybody'
  return {
    findableBy: read.findableBy === 2 ? 'contacts' : 'everybody',
    writableBy: read.writableBy === 2 ? 'contacts' : 'everybody',
    lastSeenBy: audience(read.lastSeenBy),
    status: statuses[read.status] ?? 'online',
  }
}
