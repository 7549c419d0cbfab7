import { wire } from '@parley/protocol'
import type { Contact } from './contact-store.ts'

/** The body of an account log item; empty: the item is gone. */
export function contactBody(contact: Contact | undefined): Uint8Array {
  if (contact === undefined) return new Uint8Array(0)
  return wire.Contact.encode({ ...contact, tags: [...contact.tags] }).finish()
}
