import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Refusal } from '../../base/refusal.ts'
import type { StoredFile, Upload } from '../../data/file-store.ts'
import { allowOrigin, type CrossOrigin } from './cross-origin.ts'
import { answered, callerOf, type FileRoutesOptions } from './file-access.ts'
import { refuse } from './http-refusal.ts'
import {
  checksumOf,
  chunkType,
  newUploadOf,
  tusChecksums,
  tusExtensions,
  tusVersion,
  uploadIdOf,
  wholeHeader,
} from './tus-headers.ts'

interface OneUpload {
  Params: { upload: string }
}

const collection = '/files/uploads'
const one = `${collection}/:upload`
const sharing: CrossOrigin = {
  methods: 'POST, HEAD, PATCH, DELETE, GET',
  requestHeaders:
    'authorization, content-type, tus-resumable, upload-length, upload-metadata, upload-offset, upload-checksum',
  responseHeaders:
    'location, parley-file, tus-resumable, tus-version, tus-extension, tus-max-size, tus-checksum-algorithm, upload-expires, upload-length, upload-offset, retry-after',
}
/** As tus says: the bytes do not come to their sum. */
const checksumMismatch = 460

/**
 * Resumable uploads by the tus protocol 1.0 with its extensions creation, termination, expiration and checksum. Every
 * request shows the access token of the device. What PATCH and HEAD tell as received is durable. The last PATCH makes the
 * file and names it in `Parley-File`; GET tells the same later.
 */
export async function uploadRoutes(
  app: FastifyInstance,
  options: FileRoutesOptions,
): Promise<void> {
  const { files } = options
  // NOTE bytes go through as they come: no body of an upload is ever held in memory.
  app.removeAllContentTypeParsers()
  app.addContentTypeParser(chunkType, (_request, payload, done) => done(null, payload))
  app.addHook('onRequest', async (request, reply) => {
    reply.header('cache-control', 'no-store').header('tus-resumable', tusVersion)
    if (!options.originAllowed(request)) return refuse(reply, 'FORBIDDEN')
    allowOrigin(request, reply, sharing)
    const isChecked = request.method !== 'OPTIONS' && request.method !== 'GET'
    if (!isChecked || request.headers['tus-resumable'] === tusVersion) return undefined
    reply.header('tus-version', tusVersion)
    return reply.status(412).send()
  })

  for (const path of [collection, one])
    app.options(path, async (_request, reply) =>
      reply
        .status(204)
        .header('tus-version', tusVersion)
        .header('tus-extension', tusExtensions)
        .header('tus-max-size', files.bytesMax())
        .header('tus-checksum-algorithm', tusChecksums)
        .send(),
    )

  app.post(collection, { bodyLimit: 1 }, (request, reply) =>
    answered(request, reply, async () => {
      const caller = await callerOf(options, request)
      const upload = await files.create(caller, newUploadOf(request))
      const id = Buffer.from(upload.id).toString('base64url')
      reply.header('location', `${collection}/${id}`)
      return where(reply.status(201), upload).send()
    }),
  )
  app.head<OneUpload>(one, (request, reply) =>
    answered(request, reply, async () => {
      const caller = await callerOf(options, request)
      const upload = await files.look(caller, uploadIdOf(request.params.upload))
      return where(reply, upload).send()
    }),
  )
  app.get<OneUpload>(one, { exposeHeadRoute: false }, (request, reply) =>
    answered(request, reply, async () => {
      const caller = await callerOf(options, request)
      const { upload, file } = await files.result(caller, uploadIdOf(request.params.upload))
      const { bytes, receivedBytes } = upload
      return { bytes, receivedBytes, file: file && publicFacts(file) }
    }),
  )
  app.delete<OneUpload>(one, (request, reply) =>
    answered(request, reply, async () => {
      const caller = await callerOf(options, request)
      await files.end(caller, uploadIdOf(request.params.upload))
      return reply.status(204).send()
    }),
  )
  app.patch<OneUpload>(one, { bodyLimit: Number.MAX_SAFE_INTEGER }, (request, reply) =>
    answered(request, reply, () => patch(options, request, reply)),
  )
}

async function patch(
  options: FileRoutesOptions,
  request: FastifyRequest<OneUpload>,
  reply: FastifyReply,
): Promise<unknown> {
  const caller = await callerOf(options, request)
  if (request.headers['content-length'] === undefined) return reply.status(411).send()
  const bytes = wholeHeader(request, 'content-length')
  const chunks = request.body as AsyncIterable<Uint8Array> | undefined
  if (chunks === undefined && bytes > 0) throw new Refusal('BAD_REQUEST', `no ${chunkType}`)
  const received = await options.files.receive(caller, {
    upload: uploadIdOf(request.params.upload),
    fromBytes: wholeHeader(request, 'upload-offset'),
    bytes,
    chunks: chunks ?? nothing(),
    checksum: checksumOf(request),
    cut: () => request.raw.destroy(),
  })
  if (received.status === 'mismatch') return reply.status(checksumMismatch).send()
  if (received.status === 'elsewhere') {
    reply.header('upload-offset', received.receivedBytes)
    return refuse(reply, 'WRONG_STATE', 'the upload is not there')
  }
  if (received.file !== undefined) reply.header('parley-file', received.file.id)
  return where(reply.status(204), received).send()
}

async function* nothing(): AsyncGenerator<Uint8Array> {
  // An upload of no bytes, or one that is whole and only to be finished.
}

function where(
  reply: FastifyReply,
  {
    receivedBytes,
    expiresMs,
    bytes,
  }: Pick<Upload, 'receivedBytes' | 'expiresMs'> & { bytes?: number },
): FastifyReply {
  reply.header('upload-offset', receivedBytes)
  reply.header('upload-expires', new Date(expiresMs).toUTCString())
  return bytes === undefined ? reply : reply.header('upload-length', bytes)
}

/** What its owner may know: no hash, which would say what others have. */
function publicFacts({ id, name, mediaType, bytes, width, height, placeholder }: StoredFile) {
  const hint = Buffer.from(placeholder).toString('base64')
  return { id, name, mediaType, bytes, width, height, placeholder: hint }
}
