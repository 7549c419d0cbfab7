/**
 * Every refusal a client can meet. Numbers and names are stable; a number is never used again.
 * `retry`: never (as it is), later (the same request again, jittered), login (after a new login).
 */
export const errors = {
  INTERNAL: { code: 1, retry: 'later' },
  BAD_REQUEST: {
    code: 2,
    retry: 'never',
  },
  UNKNOWN_COMMAND: { code: 3, retry: 'never' },
  NOT_LOGGED_IN: {
    code: 4,
    retry: 'login',
  },
  ALREADY_LOGGED_IN: { code: 5, retry: 'never' },
  RATE_LIMITED: { code: 6, retry: 'later' },
  BUSY: { code: 7, retry: 'later' },
  TIMEOUT: {
    code: 8,
    retry: 'later',
  },
  NOT_FOUND: { code: 9, retry: 'never' },
  FORBIDDEN: { code: 10, retry: 'never' },
  UNSUPPORTED: {
    code: 11,
    retry: 'never',
  },
  TOO_LARGE: { code: 12, retry: 'never' },
  STALE_EPOCH: {
    code: 13,
    retry: 'login',
  },
  RESTARTED: {
    code: 14,
    retry: 'later',
  },

  BAD_CREDENTIALS: { code: 20, retry: 'never' },
  HANDLE_TAKEN: { code: 21, retry: 'never' },
  REGISTRATION_CLOSED: {
    code: 22,
    retry: 'never',
  },
  TOKEN_INVALID: {
    code: 23,
    retry: 'never',
  },
  RESUME_FAILED: {
    code: 24,
    retry: 'login',
  },
  WEAK_PASSWORD: {
    code: 25,
    retry: 'never',
  },
  BAD_HANDLE: { code: 26, retry: 'never' },
  CLIENT_TOO_OLD: { code: 27, retry: 'never' },

  ORDER_HELD: { code: 40, retry: 'later' },
  ID_REUSED: { code: 41, retry: 'never' },
  RETRY_TOO_OLD: { code: 42, retry: 'never' },
  ID_AHEAD: { code: 43, retry: 'never' },
  BAD_ID: { code: 44, retry: 'never' },
  BLOCKED: { code: 45, retry: 'never' },
  STRANGERS_REFUSED: {
    code: 46,
    retry: 'never',
  },
  TRIMMED: { code: 47, retry: 'never' },
  MOVED: { code: 48, retry: 'never' },
  STORAGE_FULL: {
    code: 49,
    retry: 'later',
  },
  READ_ONLY: { code: 50, retry: 'later' },
  MUTED: { code: 51, retry: 'never' },
  TOO_LATE: { code: 52, retry: 'never' },
  WRONG_STATE: {
    code: 53,
    retry: 'never',
  },
  LIMIT_REACHED: { code: 54, retry: 'never' },
  QUOTA_EXCEEDED: { code: 55, retry: 'never' },
  TYPE_REFUSED: {
    code: 56,
    retry: 'never',
  },
  DEVICE_REFUSED: {
    code: 57,
    retry: 'never',
  },
} as const satisfies Record<string, ErrorRow>

export type Retry = 'never' | 'later' | 'login'
interface ErrorRow {
  code: number
  retry: Retry
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
