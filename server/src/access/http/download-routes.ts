import { Readable } from 'node:stream'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Download, FileAsked } from '../../logic/file/download.ts'
import type { FileCaller } from '../../logic/file/file-deps.ts'
import { byteRange, type ByteRange } from './byte-range.ts'
import { contentDisposition } from './content-disposition.ts'
import { allowOrigin, type CrossOrigin } from './cross-origin.ts'
import { answered, callerOf, type FileRoutesOptions } from './file-access.ts'
import { refuse } from './http-refusal.ts'

interface ByToken {
  Params: { file: number }
}
interface ByTicket {
  Params: { file: number; ticket: string }
}

const sharing: CrossOrigin = {
  methods: 'GET, HEAD',
  requestHeaders: 'authorization, range, if-range, if-none-match',
  responseHeaders: 'accept-ranges, content-disposition, content-length, content-range, etag',
}
/** A reader that takes nothing for so long is let go. */
const stalledMs = 60_000
const chunkBytes = 128 * 1024
/** Whatever a file contains: it runs nothing, loads nothing, and has no origin. */
const contentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; sandbox"

/**
 * Files and their thumbnails: by the access token, or by a ticket in the address for pictures and players of browsers.
 * Device and entitlement are checked at every request, and all the time while bytes flow.
 */
export async function downloadRoutes(
  app: FastifyInstance,
  options: FileRoutesOptions,
): Promise<void> {
  app.addHook('onRequest', async (request, reply) => {
    if (!options.originAllowed(request)) return refuse(reply, 'FORBIDDEN')
    allowOrigin(request, reply, sharing)
    return undefined
  })
  const id = { file: { type: 'integer', minimum: 1, maximum: Number.MAX_SAFE_INTEGER } }
  const schema = { params: { type: 'object', properties: id } }

  for (const variant of ['whole', 'thumbnail'] as const) {
    const path = variant === 'whole' ? '/files/:file' : '/files/:file/thumbnail'
    app.options(path, async (_request, reply) => reply.status(204).send())
    app.route<ByToken>({
      method: ['GET', 'HEAD'],
      url: path,
      schema,
      handler: (request, reply) =>
        answered(request, reply, async () => {
          const caller = await callerOf(options, request)
          const asked = { file: request.params.file, conversation: 0, variant }
          return give(options, { request, reply, caller, asked })
        }),
    })
    app.route<ByTicket>({
      method: ['GET', 'HEAD'],
      url: `${path}/t/:ticket`,
      schema,
      handler: (request, reply) =>
        answered(request, reply, async () => {
          const { file, ticket } = request.params
          const { caller, conversation } = await options.files.ticketHolder(ticket, file)
          return give(options, { request, reply, caller, asked: { file, conversation, variant } })
        }),
    })
  }
}

interface Asking {
  request: FastifyRequest
  reply: FastifyReply
  caller: FileCaller
  asked: FileAsked
}

async function give(options: FileRoutesOptions, asking: Asking): Promise<unknown> {
  const { request, reply, caller, asked } = asking
  const download = await options.files.open(caller, asked)
  const tag = tagOf(download)
  if (request.headers['if-none-match'] === tag)
    return tell(options, reply, download).status(304).send()
  const range = rangeAsked(request, tag, download.bytes)
  if (range === 'unsatisfiable')
    return tell(options, reply, download)
      .status(416)
      .header('content-range', `bytes */${download.bytes}`)
      .send()
  const { from, to } = range === 'whole' ? { from: 0, to: download.bytes } : range
  const begin = (): void => {
    tell(options, reply, download).header('content-length', to - from)
    if (range !== 'whole')
      reply.status(206).header('content-range', `bytes ${from}-${to - 1}/${download.bytes}`)
  }
  if (request.method === 'HEAD' || from === to) {
    begin()
    return reply.send()
  }
  const cut = () => reply.raw.destroy()
  const bytes = options.files.bytes(caller, asked, { download, from, to, cut })
  // NOTE the first bytes are read before anything is said: what cannot be read is refused in good form.
  const first = await bytes.next()
  begin()
  reply.raw.setTimeout(stalledMs, cut)
  const stream = Readable.from(rest(first, bytes), { objectMode: false, highWaterMark: chunkBytes })
  // NOTE also where nothing of the stream was ever asked for.
  reply.raw.once('close', () => void bytes.return(undefined))
  return reply.send(stream)
}

async function* rest(
  first: IteratorResult<Uint8Array>,
  bytes: AsyncGenerator<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  if (first.done === true) return
  yield first.value
  yield* bytes
}

const tagOf = ({ file, variant }: Download): string => `"${file.id}-${variant}"`

function tell(
  { isShared }: FileRoutesOptions,
  reply: FastifyReply,
  download: Download,
): FastifyReply {
  const { mediaType, isInline } = download
  reply.header('content-type', mediaType)
  reply.header('content-disposition', contentDisposition(isInline, nameOf(download)))
  reply.header('content-security-policy', contentSecurityPolicy)
  reply.header('cross-origin-resource-policy', isShared ? 'cross-origin' : 'same-origin')
  reply.header('accept-ranges', 'bytes').header('etag', tagOf(download))
  // NOTE a browser may keep it, and asks each time whether it may show it.
  return reply.header('cache-control', 'private, no-cache')
}

const nameOf = ({ file, variant }: Download): string =>
  variant === 'thumbnail' ? `${file.name}.webp` : file.name

function rangeAsked({ headers }: FastifyRequest, tag: string, bytes: number): ByteRange {
  const condition = headers['if-range']
  if (condition !== undefined && condition !== tag) return 'whole'
  return byteRange(headers.range, bytes)
}
