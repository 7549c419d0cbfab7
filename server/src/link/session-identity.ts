import { Buffer } from 'node:buffer'
import type { Session } from '../session/session.ts'
import { LinkFault } from './format.ts'

/** What a new logic process has to know of a session beyond what access knows itself. */
export type SessionIdentity = Pick<Session, 'account' | 'device' | 'deviceClass' | 'resumeHash'>

const hashBytes = 32
const identityBytes = 8 + 8 + 1 + hashBytes

/** Opaque to access, which keeps it for as long as the session lives there. */
export function encodeIdentity(session: SessionIdentity): Uint8Array {
  const bytes = Buffer.alloc(identityBytes)
  bytes.writeBigUInt64BE(BigInt(session.account), 0)
  bytes.writeBigUInt64BE(BigInt(session.device), 8)
  bytes.writeUInt8(session.deviceClass, 16)
  bytes.set(session.resumeHash, 17)
  return bytes
}

/** @throws LinkFault */
export function decodeIdentity(identity: Uint8Array): SessionIdentity {
  if (identity.length !== identityBytes) throw new LinkFault('not what identifies a session')
  const bytes = Buffer.from(identity.buffer, identity.byteOffset, identity.length)
  return {
    account: Number(bytes.readBigUInt64BE(0)),
    device: Number(bytes.readBigUInt64BE(8)),
    deviceClass: bytes.readUInt8(16),
    resumeHash: new Uint8Array(identity.slice(17)),
  }
}
