import { contactCommands, type RequestInit } from '@parley/protocol'
import * as wire from '@parley/protocol/wire'
import type { AccountId } from '../base/model.ts'
import type { IM, Observable } from './types.ts'
import { Cell } from '../base/cell.ts'
import { featureAccess } from './feature-access.ts'

/** How this account stands to another one; docs/contacts.md draws it. */
export type ContactState = 'none' | 'asked' | 'asking' | 'contact' | 'refused' | 'expired'

export interface Contact {
  readonly account: AccountId
  readonly state: ContactState
  /** Of an open request. */
  readonly greeting: string
  readonly remark: string
  readonly tags: readonly string[]
  /** Its direct messages are not taken. A contact may be blocked. */
  readonly blocked: boolean
  /** When the state began, and when an open request ends by itself; 0: does not apply. */
  readonly sinceMs: number
  readonly expiresMs: number
}

/**
 * Contacts, requests and blocks of this account: on every device, also offline. Acts resolve when they are stored for
 * both sides, and are not done twice, however often they have to be repeated.
 * All throw IMError: WRONG_STATE, BLOCKED, LIMIT_REACHED, NOT_FOUND, TOO_LARGE, OFFLINE.
 */
export interface Contacts {
  /** Everybody of whom something is kept, by account. */
  readonly all: Observable<readonly Contact[]>
  get(account: AccountId): Contact | undefined
  /** Asks; where the other one has asked already, both are contacts at once. */
  request(account: AccountId, input?: { greeting?: string }): Promise<void>
  accept(account: AccountId): Promise<void>
  refuse(account: AccountId): Promise<void>
  withdraw(account: AccountId): Promise<void>
  /** Ends a contact for both; takes a refused or expired request off the list. */
  remove(account: AccountId): Promise<void>
  block(account: AccountId): Promise<void>
  unblock(account: AccountId): Promise<void>
  /** Seen by one's own devices only. What is left out stays as it is. */
  set(account: AccountId, input: { remark?: string; tags?: readonly string[] }): Promise<void>
}

type ContactCommand =
  | 'requestContact'
  | 'answerContact'
  | 'withdrawContact'
  | 'removeContact'
  | 'setBlocked'
  | 'setContact'

const prefix = 'contact:'
const states: readonly ContactState[] = ['none', 'asked', 'asking', 'contact', 'refused', 'expired']
const known = new WeakMap<IM, Contacts>()

/** The same object for the same client. */
export function contactsOf(im: IM): Contacts {
  const made = known.get(im) ?? createContacts(im)
  known.set(im, made)
  return made
}

function createContacts(im: IM): Contacts {
  const { ask, engine, mintRequestKey } = featureAccess(im, contactCommands)
  const { items } = engine
  const read = new Map<string, { body: Uint8Array; contact: Contact }>()

  function contactOf(key: string): Contact | undefined {
    const body = items.get(key)
    const former = read.get(key)
    if (body === undefined) return void read.delete(key)
    if (former?.body === body) return former.contact
    const contact = readContact(body)
    read.set(key, { body, contact })
    return contact
  }

  const all = new Cell(() =>
    items
      .keys(prefix)
      .flatMap((key) => contactOf(key) ?? [])
      .sort((a, b) => a.account - b.account),
  )
  im.on('itemChanged', ({ key }) => {
    if (key.startsWith(prefix)) all.changed()
  })

  async function act<N extends ContactCommand>(
    name: N,
    request: Omit<RequestInit<N>, 'requestKey'>,
  ): Promise<void> {
    const asked = { ...request, requestKey: mintRequestKey() } as RequestInit<N>
    const { entry } = await ask(name, asked)
    if (entry) items.take(entry)
  }

  return {
    all,
    get: (account) => contactOf(prefix + account),
    request: (account, { greeting = '' } = {}) => act('requestContact', { account, greeting }),
    accept: (account) => act('answerContact', { account, accept: true }),
    refuse: (account) => act('answerContact', { account, accept: false }),
    withdraw: (account) => act('withdrawContact', { account }),
    remove: (account) => act('removeContact', { account }),
    block: (account) => act('setBlocked', { account, blocked: true }),
    unblock: (account) => act('setBlocked', { account, blocked: false }),
    set: (account, { remark, tags }) =>
      act('setContact', { account, remark, tags: tags && { tags: [...tags] } }),
  }
}

function readContact(body: Uint8Array): Contact {
  const { account, state, greeting, remark, tags, blocked, sinceMs, expiresMs } =
    wire.Contact.decode(body)
  return {
    ...{ account, greeting, remark, tags: [...tags], blocked, sinceMs, expiresMs },
    state: states[state] ?? 'none',
  }
}
