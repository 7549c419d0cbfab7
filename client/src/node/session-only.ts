/**
 * The lower half of the SDK on Node: a session that logs in, resumes and comes back by itself, without cache and outbox.
 * For programs that do one thing and end.
 */
export { accountClient } from '../api/account-client.ts'
export type { AccountClient, Credentials, DeviceDescription } from '../api/types.ts'
export { createFiles, fileContent } from '../api/files.ts'
export type { FileFacts, Files, FileSource, UploadedFile } from '../api/files.ts'
export { copyOf, mergedForward, type Forwarded } from '../api/forwarded.ts'
export { backoffMs } from '../base/backoff.ts'
export type { Clock, Timer } from '../base/clock.ts'
export { IMError, toIMError } from '../base/im-error.ts'
export type { IMErrorCode } from '../base/im-error.ts'
export type { Random } from '../base/random.ts'
export { sleep } from '../base/wait.ts'
export { call, callPatiently } from './every-call.ts'
export { sendNote, whenReady } from '../connection/calls.ts'
export { LiveSession } from '../connection/live-session.ts'
export type { LoginFacts, Session, SessionState } from '../connection/session.ts'
export type { TokenAsk, TokenProvider } from '../connection/token.ts'
export { nodeClock } from './node-clock.ts'
export { nodeRandom } from './node-random.ts'
export { nodeTransport } from './node-transport.ts'
export type { Transport } from '../transport/transport.ts'
