/**
 * Every refusal a client can meet. Numbers and names are stable; a number is never used again.
 * `retry`: never (as it is), later (the same request again, jittered), login (after a new login).
 */
export const errors = {
  INTERNAL: { code: 1, retry: 'later', doc: 'A fault of the server, noted under an incident id.' },
  BAD_REQUEST: {
    code: 2,
    retry: 'never',
    doc: 'The body does not parse, or a field breaks its rule.',
  },
  UNKNOWN_COMMAND: { code: 3, retry: 'never', doc: 'This server does not know the command.' },
  NOT_LOGGED_IN: {
    code: 4,
    retry: 'login',
    doc: 'Only register, sign-in, refresh, login and resume come before login.',
  },
  ALREADY_LOGGED_IN: { code: 5, retry: 'never', doc: 'This connection has a session already.' },
  RATE_LIMITED: { code: 6, retry: 'later', doc: 'Too many requests; see retry_after_ms.' },
  BUSY: { code: 7, retry: 'later', doc: 'A queue of the server is full.' },
  TIMEOUT: {
    code: 8,
    retry: 'later',
    doc: 'Not answered in time; whether it took effect is not known.',
  },
  NOT_FOUND: { code: 9, retry: 'never', doc: 'It is not there, or not yours to see.' },
  FORBIDDEN: { code: 10, retry: 'never', doc: 'Not allowed for this account.' },
  UNSUPPORTED: {
    code: 11,
    retry: 'never',
    doc: 'A flag or field that this server or this session does not support.',
  },
  TOO_LARGE: { code: 12, retry: 'never', doc: 'A field is larger than its limit.' },
  STALE_EPOCH: {
    code: 13,
    retry: 'login',
    doc: 'The session was taken over by another connection.',
  },
  RESTARTED: {
    code: 14,
    retry: 'later',
    doc: 'The process with the rules restarted; whether it took effect is not known.',
  },

  BAD_CREDENTIALS: { code: 20, retry: 'never', doc: 'Handle and password do not fit together.' },
  HANDLE_TAKEN: { code: 21, retry: 'never', doc: 'Another account has this handle.' },
  REGISTRATION_CLOSED: {
    code: 22,
    retry: 'never',
    doc: 'This server does not accept new accounts.',
  },
  TOKEN_INVALID: {
    code: 23,
    retry: 'never',
    doc: 'The token is unknown, expired, or its device has ended: sign in.',
  },
  RESUME_FAILED: {
    code: 24,
    retry: 'login',
    doc: 'The session cannot be resumed: log in by token.',
  },
  WEAK_PASSWORD: {
    code: 25,
    retry: 'never',
    doc: 'The password is too short, too long or too common.',
  },
  BAD_HANDLE: { code: 26, retry: 'never', doc: 'The handle breaks the rules for handles.' },
  CLIENT_TOO_OLD: { code: 27, retry: 'never', doc: 'Below the minimum client version.' },

  ORDER_HELD: { code: 40, retry: 'later', doc: 'The send named in `after` is not stored (R5).' },
  ID_REUSED: { code: 41, retry: 'never', doc: 'Another body was stored under this id (R2).' },
  RETRY_TOO_OLD: { code: 42, retry: 'never', doc: 'The id is older than ids are remembered (R2).' },
  ID_AHEAD: { code: 43, retry: 'never', doc: 'The id lies too far in the future: mint anew (R2).' },
  BAD_ID: { code: 44, retry: 'never', doc: 'The id is not a UUIDv7.' },
  BLOCKED: { code: 45, retry: 'never', doc: 'The other side does not take your messages.' },
  STRANGERS_REFUSED: {
    code: 46,
    retry: 'never',
    doc: 'The other side takes messages from contacts only.',
  },
  TRIMMED: { code: 47, retry: 'never', doc: 'These entries are no longer kept.' },
  MOVED: { code: 48, retry: 'never', doc: 'The conversation goes on under another id.' },
  STORAGE_FULL: {
    code: 49,
    retry: 'later',
    doc: 'The disk is full: the server is read-only for now (R15).',
  },
  READ_ONLY: { code: 50, retry: 'later', doc: 'The server does not take writes at the moment.' },
  MUTED: { code: 51, retry: 'never', doc: 'You may not write in this group at the moment.' },
  TOO_LATE: { code: 52, retry: 'never', doc: 'The time in which this may be done is over.' },
  WRONG_STATE: {
    code: 53,
    retry: 'never',
    doc: 'What it acts on is not in a state that allows it.',
  },
  LIMIT_REACHED: { code: 54, retry: 'never', doc: 'There are as many as there may be.' },
  QUOTA_EXCEEDED: { code: 55, retry: 'never', doc: 'Your space for files is used up.' },
  TYPE_REFUSED: {
    code: 56,
    retry: 'never',
    doc: 'A file of this type, or with this content, is not taken.',
  },
  DEVICE_REFUSED: {
    code: 57,
    retry: 'never',
    doc: 'As many devices of this class are signed in as there may be.',
  },
} as const satisfies Record<string, ErrorRow>

export type Retry = 'never' | 'later' | 'login'
interface ErrorRow {
  code: number
  retry: Retry
  doc: string
}

export type ErrorName = keyof typeof errors

const names = new Map<number, ErrorName>()
for (const name of Object.keys(errors) as ErrorName[]) names.set(errors[name].code, name)

/** The name of an error code; undefined for one that a newer server may know. */
export function errorName(code: number): ErrorName | undefined {
  return names.get(code)
}

/** `retry` on the wire. */
export const retryNumbers: Record<Retry, number> = { never: 0, later: 1, login: 2 }
export function retryFromNumber(number: number): Retry {
  if (number === 1) return 'later'
  return number === 2 ? 'login' : 'never'
}
