import { errorDocs } from '@parley/protocol'
import { IMError, type localErrors } from './im-error.ts'

const localDocs: Record<keyof typeof localErrors, string> = {
  OFFLINE: 'There is no connection at the moment.',
  CONNECT_FAILED: 'No connection could be made.',
  ABORTED: 'The caller gave up.',
  STOPPED: 'The client was stopped.',
  SIGNED_OUT: 'This device is signed out.',
  KICKED: 'The server ended the connection for good.',
  DISCARDED: 'The message was discarded.',
  HELD: 'The message waited too long and asks before it leaves.',
  OUTCOME_UNKNOWN: 'Too old to be repeated safely; it may have been stored.',
  OUTBOX_FULL: 'Too many unsent messages.',
  STORAGE_LOCKED: 'Another process uses this storage.',
  UNKNOWN: 'An error that this version does not know.',
}

/** Messages say what their code means from now on. */
export function explainErrors(): void {
  IMError.docs = { ...errorDocs, ...localDocs }
}
