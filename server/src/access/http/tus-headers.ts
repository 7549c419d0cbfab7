import type { FastifyRequest } from 'fastify'
import { uuidFromText } from '@parley/protocol'
import { Refusal } from '../../base/refusal.ts'
import type { NewUploadInput } from '../../logic/file/create-upload.ts'
import type { ReceiveInput } from '../../logic/file/receive-bytes.ts'

/** Headers of the tus resumable upload protocol, version 1.0. */
export const tusVersion = '1.0.0'
export const tusExtensions = 'creation,termination,expiration,checksum'
const checksumBytes = { sha1: 20, sha256: 32 } as const
export const tusChecksums = Object.keys(checksumBytes).join(',')
export const chunkType = 'application/offset+octet-stream'

const metadataLengthMax = 4_096
const idBytes = 16

/** @throws Refusal BAD_REQUEST, TOO_LARGE */
export function newUploadOf(request: FastifyRequest): NewUploadInput {
  const metadata = metadataOf(textHeader(request, 'upload-metadata') ?? '')
  const requestKey = metadata.get('request_key') ?? ''
  return {
    bytes: wholeHeader(request, 'upload-length'),
    name: metadata.get('filename') ?? '',
    mediaType: metadata.get('filetype') ?? '',
    requestKey: requestKey === '' ? new Uint8Array() : keyOf(requestKey),
  }
}

/** `name base64,name base64`. */
function metadataOf(text: string): Map<string, string> {
  if (text.length > metadataLengthMax) throw new Refusal('TOO_LARGE', 'upload-metadata is too long')
  const pairs = text
    .split(',')
    .map((pair) => pair.trim())
    .filter((pair) => pair !== '')
    .map((pair): [string, string] => {
      const [name = '', value = '', ...more] = pair.split(' ')
      if (more.length > 0) throw new Refusal('BAD_REQUEST', 'upload-metadata')
      return [name, Buffer.from(value, 'base64').toString('utf8')]
    })
  return new Map(pairs)
}

function keyOf(text: string): Uint8Array {
  const key = uuidFromText(text)
  if (key === undefined) throw new Refusal('BAD_ID')
  return key
}

/** A whole number. @throws Refusal BAD_REQUEST */
export function wholeHeader(request: FastifyRequest, name: string): number {
  const text = textHeader(request, name) ?? ''
  const value = /^\d{1,16}$/.test(text) ? Number(text) : Number.NaN
  if (!Number.isSafeInteger(value)) throw new Refusal('BAD_REQUEST', `${name} is no whole number`)
  return value
}

/** `algorithm base64`. @throws Refusal BAD_REQUEST */
export function checksumOf(request: FastifyRequest): ReceiveInput['checksum'] {
  const text = textHeader(request, 'upload-checksum')
  if (text === undefined) return undefined
  const [algorithm = '', value = ''] = text.split(' ')
  const digest = Buffer.from(value, 'base64')
  if (algorithm !== 'sha1' && algorithm !== 'sha256')
    throw new Refusal('BAD_REQUEST', `upload-checksum knows ${tusChecksums}`)
  if (digest.length !== checksumBytes[algorithm])
    throw new Refusal('BAD_REQUEST', 'upload-checksum is no such sum')
  return { algorithm, digest }
}

/** The id at the end of an upload's address. @throws Refusal NOT_FOUND */
export function uploadIdOf(text: string): Uint8Array {
  const id = Buffer.from(text, 'base64url')
  if (id.length !== idBytes || id.toString('base64url') !== text) throw new Refusal('NOT_FOUND')
  return id
}

function textHeader(request: FastifyRequest, name: string): string | undefined {
  const value = request.headers[name]
  return Array.isArray(value) ? value.join(',') : value
}
