import { Refusal } from '../../base/refusal.ts'
import { appendEntry } from './append-entry.ts'
import { burnDue } from './burn-due.ts'
import { fileRules } from './file-rules.ts'
import { moveCursors } from './move-cursors.ts'
import { changeGroup, createGroup } from './change-group.ts'
import { joinGroup } from './group-links.ts'
import type {
  BatchTime,
  Operation,
  OperationOf,
  OperationType,
  Outcome,
  Results,
} from './operations.ts'
import { actContact, expireContacts, setContact } from './write-contacts.ts'
import { integratorRules } from './integrator-operations.ts'
import { requestOnce } from './request-once.ts'
import { ownStateRules } from './write-own-state.ts'
import { deleteForMe } from './delete-for-me.ts'
import type { Tables } from './tables.ts'
import { putAccountItem } from './write-account-items.ts'
import { setAccountSettings } from './write-account-settings.ts'
import { scheduledRules } from './write-scheduled.ts'
import { createAccount, setPassword, setProfile } from './write-accounts.ts'
import { createDevice, endDevices, noteSeen, rotate, setTokens } from './write-devices.ts'

type Rules = {
  [T in OperationType]: (tables: Tables, operation: OperationOf<T>, time: BatchTime) => Results[T]
}

const rules: Rules = {
  append: (tables, { entry }, time) => appendEntry(tables, entry, time.wallMs),
  moveCursors: (tables, { moves }, time) => moveCursors(tables, moves, time.wallMs),
  createAccount: (tables, { input }) => createAccount(tables, input),
  setProfile: (tables, { account, patch }) => setProfile(tables, account, patch),
  setPassword: (tables, { account, passwordHash }) => {
    setPassword(tables, account, passwordHash)
    return undefined
  },
  createDevice,
  setTokens: (tables, { device, tokens }) => setTokens(tables, device, tokens),
  rotate: (tables, { presentedHash, next, nowMs }) => rotate(tables, presentedHash, next, nowMs),
  endDevices: (tables, { account, devices, except, nowMs }) =>
    endDevices(tables, account, devices, except, nowMs),
  seen: (tables, { devices }) => {
    noteSeen(tables, devices)
    return undefined
  },
  putAccountItem: (tables, { account, key, body, nowMs }) =>
    putAccountItem(tables, account, { key, body, nowMs }),
  ...fileRules,
  setAccountSettings,
  actContact,
  setContact,
  expireContacts: (tables, { nowMs }) => expireContacts(tables, nowMs),
  ...integratorRules,
  ...scheduledRules,
  burnDue: (tables, _operation, time) => burnDue(tables, time.wallMs),
  once: (tables, { request, operation }, time) =>
    requestOnce(tables, request, () => (rules[operation.type] as Rule)(tables, operation, time)),
  createGroup: (tables, operation) => createGroup(tables, operation),
  changeGroup: (tables, operation) => changeGroup(tables, operation),
  joinGroup: (tables, { request, token, text, guards }) =>
    joinGroup(tables, request, { token, text }, guards),
  ...ownStateRules,
  deleteForMe,
  // NOTE writing the floor as it is makes the batch a real commit.
  probe: (tables) => {
    tables.setIdFloor(tables.idFloorMs())
    return undefined
  },
}

/** Runs one operation inside the transaction of its batch. A refusal has written nothing (R14). */
export function applyOperation(tables: Tables, operation: Operation, time: BatchTime): Outcome {
  try {
    const run = rules[operation.type] as Rule
    return { status: 'done', result: run(tables, operation, time) }
  } catch (thrown) {
    if (thrown instanceof Refusal) return { status: 'refused', error: thrown.code }
    throw thrown
  }
}

/** The table above guarantees that a rule meets only its own operations; the compiler cannot follow that. */
type Rule = (tables: Tables, operation: Operation, time: BatchTime) => Results[OperationType]
