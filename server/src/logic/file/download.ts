import { Refusal } from '../../base/refusal.ts'
import type { FileId, StoredFile } from '../../data/file-store.ts'
import type { ConversationId } from '../../data/model.ts'
import { refusalOfBlobs } from './blob-trouble.ts'
import type { FileCaller, FileDeps } from './file-deps.ts'
import { readTicket } from './file-ticket.ts'
import { isInline, plainType } from './media-type.ts'

export interface FileAsked {
  file: FileId
  /** Where to look first; 0: anywhere. */
  conversation: ConversationId
  variant: 'whole' | 'thumbnail'
}

/** What can be read, and how it may be shown. */
export interface Download {
  file: StoredFile
  variant: FileAsked['variant']
  bytes: number
  /** As it is served: what browsers would run has no type that they run. */
  mediaType: string
  isInline: boolean
}

type Deps = Pick<FileDeps, 'files' | 'devices' | 'verified' | 'transfers'>

/**
 * Asked at every request, by a device that lives.
 * @throws Refusal NOT_FOUND for what is not there, has no thumbnail, or is not the caller's to read (R14)
 */
export async function openDownload(
  deps: Pick<Deps, 'files'>,
  caller: FileCaller,
  { file: id, conversation, variant }: FileAsked,
): Promise<Download> {
  const [file] = await deps.files.readable(caller.account, [id], conversation)
  if (file === undefined) throw new Refusal('NOT_FOUND')
  if (variant === 'thumbnail') {
    if (file.thumbnail.length === 0) throw new Refusal('NOT_FOUND')
    const bytes = file.thumbnailBytes
    return { file, variant, bytes, mediaType: 'image/webp', isInline: true }
  }
  const shown = isInline(file.mediaType)
  const mediaType = shown ? file.mediaType : plainType
  return { file, variant, bytes: file.bytes, mediaType, isInline: shown }
}

/**
 * Its bytes, `to` not included. Within a second after the device ended or the caller may read it no more, `cut` is called
 * (R12). Ends with its consumer.
 */
export async function* downloadBytes(
  deps: Deps,
  caller: FileCaller,
  asked: FileAsked,
  input: { download: Download; from: number; to: number; cut(): void },
): AsyncGenerator<Uint8Array> {
  const { download, from, to, cut } = input
  const goesOn = async () => {
    const living = await deps.devices.living([caller.device])
    if (living.length === 0) return false
    const found = await deps.files.readable(caller.account, [asked.file], asked.conversation)
    return found.length === 1
  }
  const end = deps.transfers.begin({ device: caller.device, goesOn, cut })
  const { hash, thumbnail } = download.file
  try {
    const name = download.variant === 'thumbnail' ? thumbnail : hash
    yield* deps.verified.read(name, download.bytes, from, to)
  } catch (thrown) {
    throw refusalOfBlobs(thrown)
  } finally {
    end()
  }
}

/** Who shows a ticket for this file. @throws Refusal TOKEN_INVALID: also where the device has ended */
export async function ticketHolder(
  deps: Pick<FileDeps, 'devices' | 'clock' | 'hashing' | 'serverKey'>,
  text: string,
  file: FileId,
): Promise<{ caller: FileCaller; conversation: ConversationId }> {
  const ticket = readTicket(deps, text)
  if (ticket?.file !== file) throw new Refusal('TOKEN_INVALID')
  const { account, device, conversation } = ticket
  if ((await deps.devices.living([device])).length === 0) throw new Refusal('TOKEN_INVALID')
  return { caller: { account, device }, conversation }
}
