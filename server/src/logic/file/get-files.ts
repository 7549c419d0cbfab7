import { filesPageMax, type ReplyOf, type RequestOf } from '@parley/protocol'
import { Refusal } from '../../base/refusal.ts'
import type { StoredFile } from '../../data/file-store.ts'
import type { Store } from '../../data/store.ts'
import type { Caller } from '../caller.ts'
import { mintTicket, type TicketDeps } from './file-ticket.ts'

export interface GetFilesDeps extends TicketDeps {
  files: Pick<Store['files'], 'readable'>
}

/** Facts and addresses of files; what the caller may not read is left out. */
export async function getFiles(
  deps: GetFilesDeps,
  caller: Caller,
  request: RequestOf<'getFiles'>,
): Promise<ReplyOf<'getFiles'>> {
  const { files, conversation } = request
  if (files.length > filesPageMax) throw new Refusal('TOO_LARGE', `more than ${filesPageMax} files`)
  const found = await deps.files.readable(caller.account, files, conversation)
  return { files: found.map((file) => fileInfo(deps, caller, file, conversation)) }
}

function fileInfo(
  deps: TicketDeps,
  { account, device }: Caller,
  stored: StoredFile,
  conversation: number,
) {
  const { id, name, mediaType, bytes, width, height, placeholder } = stored
  const { ticket, expiresMs } = mintTicket(deps, { account, device, file: id, conversation })
  const path = `/files/${id}/t/${ticket}`
  const thumbnailPath = stored.thumbnail.length > 0 ? `/files/${id}/thumbnail/t/${ticket}` : ''
  const facts = { file: id, name, mediaType, bytes, width, height, placeholder }
  return { ...facts, path, thumbnailPath, expiresMs }
}
