import type { CloseName } from './closes.ts'

/** What each close means. Apart from the table: clients in browsers do without. */
export const closeDocs: Record<CloseName, string> = {
  BYE: 'The client asked for it.',
  DRAINING: 'The server goes down or hands its connections on; delays are spread.',
  VERSION: 'The server does not speak this frame version.',
  BAD_FRAME: 'Not a frame: unknown kind or flags, or cut short.',
  FRAME_TOO_LARGE: 'A body longer than the limit.',
  LOGIN_DEADLINE: 'No login in time.',
  HEARTBEAT: 'Nothing came for twice the heartbeat interval.',
  PUSH_UNACKED: 'Pushes were not acknowledged in time (R7).',
  TOO_SLOW: 'The client does not read what was asked for.',
  TAKEN_OVER: 'The session goes on on another connection.',
  SIGNED_OUT: 'The device has ended; its tokens are void (R12).',
  RATE_LIMITED: 'Kept sending far above the limit.',
  STORAGE_FAILED: 'The disk failed; the server restarts (R15).',
  TOO_MANY: 'Too many connections, in all or from this address.',
  INTERNAL: 'A fault of the server.',
  REPLACED: 'A newer login of this kind of device replaced this one.',
}
