import type { Settings } from '../settings.ts'

export type Role = 'logic' | 'access'

/** What a child of the server is told first. */
export interface Assignment {
  type: 'start'
  role: Role
  /** Such as "logic" or "access-2". */
  name: string
  /** Among the processes with connections, from 1. */
  slot: number
  settings: Settings
  /** Ports that another of our processes has found; those of the settings where it is the first. */
  ports: { http: number; tcp: number }
  /** Base64. Shared by all, so that a TLS session is resumed wherever the client comes back. */
  ticketKeys: string
}

/** Why a child is to end. */
export type StopReason = 'drain' | 'storage'

export type ToChild =
  | Assignment
  | { type: 'serving'; http: string; tcp: string; pid: number }
  | {
      type: 'stop'
      reason: StopReason
    }

export type FromChild =
  | { type: 'ready'; ports?: { http: number; tcp: number } }
  /** The operator's mistake, or a disk that failed at once: it ends, and starting it again is of no use. */
  | { type: 'refused'; message: string; isDisk: boolean }
  /** R15: every connection is to be ended, and the server with it. */
  | { type: 'storageFailed' }
