import type { ContactAct, ContactItem, ContactLimits, ContactOutcome } from '../contact-store.ts'
import type { AccountId } from '../model.ts'

/** What is done to contacts. Results are plain JSON. */
export type ContactOperation =
  | {
      type: 'actContact'
      account: AccountId
      other: AccountId
      act: ContactAct
      limits: ContactLimits
      nowMs: number
    }
  | {
      type: 'setContact'
      account: AccountId
      other: AccountId
      remark: string | undefined
      tags: readonly string[] | undefined
      nowMs: number
    }
  | { type: 'expireContacts'; nowMs: number }

export interface ContactResults {
  actContact: ContactOutcome
  setContact: ContactOutcome
  expireContacts: { changes: ContactItem[]; isDone: boolean }
}
