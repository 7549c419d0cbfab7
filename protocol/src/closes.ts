/**
 * Why a connection ends. Numbers and names are stable.
 * `reconnect`: never (not on its own), after (after delay_ms, with resume), login (reconnect, then log in anew).
 * As a WebSocket close status the number is 4000 + code.
 */
export const closes = {
  BYE: { code: 1, reconnect: 'never' },
  DRAINING: {
    code: 2,
    reconnect: 'after',
  },
  VERSION: { code: 3, reconnect: 'never' },
  BAD_FRAME: {
    code: 4,
    reconnect: 'never',
  },
  FRAME_TOO_LARGE: { code: 5, reconnect: 'never' },
  LOGIN_DEADLINE: { code: 6, reconnect: 'after' },
  HEARTBEAT: { code: 7, reconnect: 'after' },
  PUSH_UNACKED: { code: 8, reconnect: 'after' },
  TOO_SLOW: { code: 9, reconnect: 'after' },
  TAKEN_OVER: { code: 10, reconnect: 'never' },
  SIGNED_OUT: {
    code: 11,
    reconnect: 'login',
  },
  RATE_LIMITED: { code: 12, reconnect: 'after' },
  STORAGE_FAILED: {
    code: 13,
    reconnect: 'after',
  },
  TOO_MANY: {
    code: 14,
    reconnect: 'after',
  },
  INTERNAL: { code: 15, reconnect: 'after' },
  REPLACED: {
    code: 16,
    reconnect: 'never',
  },
} as const satisfies Record<string, CloseRow>

export type Reconnect = 'never' | 'after' | 'login'
interface CloseRow {
  code: number
  reconnect: Reconnect
}

export type CloseName = keyof typeof closes

const names = new Map<number, CloseName>()
for (const name of Object.keys(closes) as CloseName[]) names.set(closes[name].code, name)

export function closeName(code: number): CloseName | undefined {
  return names.get(code)
}

/** `reconnect` on the wire. */
export const reconnectNumbers: Record<Reconnect, number> = { never: 0, after: 1, login: 2 }
export function reconnectFromNumber(number: number): Reconnect {
  if (number === 1) return 'after'
  return number === 2 ? 'login' : 'never'
}

export const webSocketCloseBase = 4000
