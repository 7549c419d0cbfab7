import { tokenBytes } from '@parley/protocol'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Refusal } from '../../base/refusal.ts'
import type { FileCaller } from '../../logic/file/file-deps.ts'
import type { FilePort } from '../../logic/file/file-port.ts'
import { refuse } from './http-refusal.ts'

export interface FileRoutesOptions {
  files: FilePort
  /** The client's address, after declared proxies. */
  addressOf(request: FastifyRequest): string
  /** Whether a page of this origin may call. */
  originAllowed(request: FastifyRequest): boolean
  /** Pages of other sites may connect, and so show pictures from here. */
  isShared: boolean
}

/** By the access token, as `Authorization: Bearer <base64url>`. @throws Refusal TOKEN_INVALID, RATE_LIMITED */
export function callerOf(
  { files, addressOf }: FileRoutesOptions,
  request: FastifyRequest,
): Promise<FileCaller> {
  const [scheme, text] = request.headers.authorization?.split(' ') ?? []
  const token = Buffer.from(scheme?.toLowerCase() === 'bearer' ? (text ?? '') : '', 'base64url')
  if (token.length !== tokenBytes) throw new Refusal('TOKEN_INVALID')
  return files.caller(addressOf(request), token)
}

/** Runs a route; what it refuses is answered in the shape of all routes. What nobody hears any more is not answered. */
export async function answered(
  request: FastifyRequest,
  reply: FastifyReply,
  run: () => Promise<unknown>,
): Promise<unknown> {
  try {
    return await run()
  } catch (thrown) {
    if (thrown instanceof Refusal)
      return refuse(reply, thrown.code, thrown.message, thrown.retryAfterMs)
    if (!request.raw.destroyed && !request.socket.destroyed) throw thrown
    reply.hijack()
    request.socket.destroy()
    return undefined
  }
}
