import type { ContactDeps } from '../../logic/contact/act-on-contact.ts'
import { answerContact } from '../../logic/contact/answer-contact.ts'
import { removeContact } from '../../logic/contact/remove-contact.ts'
import { requestContact } from '../../logic/contact/request-contact.ts'
import { setBlocked } from '../../logic/contact/set-blocked.ts'
import { setContact } from '../../logic/contact/set-contact.ts'
import { withdrawContact } from '../../logic/contact/withdraw-contact.ts'
import type { Authorizations } from '../authorization.ts'
import type { HandlersOf } from '../handler.ts'

export type ContactHandlerDeps = ContactDeps

type ContactCommand =
  | 'requestContact'
  | 'answerContact'
  | 'withdrawContact'
  | 'removeContact'
  | 'setBlocked'
  | 'setContact'

/** Who may: see ../authorization.ts. */
export const contactAuthorization = {
  requestContact: 'asker',
  answerContact: 'self',
  withdrawContact: 'self',
  removeContact: 'self',
  setBlocked: 'self',
  setContact: 'self',
} as const satisfies Authorizations<ContactCommand>

export function contactHandlers(deps: ContactHandlerDeps): HandlersOf<ContactCommand> {
  return {
    requestContact: (caller, request) => requestContact(deps, caller, request),
    answerContact: (caller, request) => answerContact(deps, caller, request),
    withdrawContact: (caller, request) => withdrawContact(deps, caller, request),
    removeContact: (caller, request) => removeContact(deps, caller, request),
    setBlocked: (caller, request) => setBlocked(deps, caller, request),
    setContact: (caller, request) => setContact(deps, caller, request),
  }
}
