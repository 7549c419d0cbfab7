/**
 * Why a connection ends. Numbers and names are stable.
 * `reconnect`: never (not on its own), after (after delay_ms, with resume), login (reconnect, then log in anew).
 * As a WebSocket close status the number is 4000 + code.
 */
export const closes = {
  BYE: { code: 1, reconnect: 'never', doc: 'The client asked for it.' },
  DRAINING: {
    code: 2,
    reconnect: 'after',
    doc: 'The server goes down or hands its connections on; delays are spread.',
  },
  VERSION: { code: 3, reconnect: 'never', doc: 'The server does not speak this frame version.' },
  BAD_FRAME: {
    code: 4,
    reconnect: 'never',
    doc: 'Not a frame: unknown kind or flags, or cut short.',
  },
  FRAME_TOO_LARGE: { code: 5, reconnect: 'never', doc: 'A body longer than the limit.' },
  LOGIN_DEADLINE: { code: 6, reconnect: 'after', doc: 'No login in time.' },
  HEARTBEAT: { code: 7, reconnect: 'after', doc: 'Nothing came for twice the heartbeat interval.' },
  PUSH_UNACKED: { code: 8, reconnect: 'after', doc: 'Pushes were not acknowledged in time (R7).' },
  TOO_SLOW: { code: 9, reconnect: 'after', doc: 'The client does not read what was asked for.' },
  TAKEN_OVER: { code: 10, reconnect: 'never', doc: 'The session goes on on another connection.' },
  SIGNED_OUT: {
    code: 11,
    reconnect: 'login',
    doc: 'The device has ended; its tokens are void (R12).',
  },
  RATE_LIMITED: { code: 12, reconnect: 'after', doc: 'Kept sending far above the limit.' },
  STORAGE_FAILED: {
    code: 13,
    reconnect: 'after',
    doc: 'The disk failed; the server restarts (R15).',
  },
  TOO_MANY: {
    code: 14,
    reconnect: 'after',
    doc: 'Too many connections, in all or from this address.',
  },
  INTERNAL: { code: 15, reconnect: 'after', doc: 'A fault of the server.' },
  REPLACED: {
    code: 16,
    reconnect: 'never',
    doc: 'A newer login of this kind of device replaced this one.',
  },
} as const satisfies Record<string, CloseRow>

export type Reconnect = 'never' | 'after' | 'login'
interface CloseRow {
  code: number
  reconnect: Reconnect
  doc: string
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
