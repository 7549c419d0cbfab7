import type { StoredFile, Upload } from '../../data/file-store.ts'
import { deviceOfToken } from '../account/device-of-token.ts'
import { createUpload, type NewUploadInput } from './create-upload.ts'
import {
  downloadBytes,
  openDownload,
  ticketHolder,
  type Download,
  type FileAsked,
} from './download.ts'
import type { FileCaller, FileDeps } from './file-deps.ts'
import { endUpload, lookAtUpload, uploadedFile } from './look-at-upload.ts'
import { receiveBytes, type Received, type ReceiveInput } from './receive-bytes.ts'

/** What can be done with files over HTTP. Everything but `caller` and `ticketHolder` wants a caller that they gave. */
export interface FilePort {
  /** @throws Refusal TOKEN_INVALID, RATE_LIMITED */
  caller(address: string, accessToken: Uint8Array): Promise<FileCaller>
  /** @throws Refusal TOKEN_INVALID */
  ticketHolder(ticket: string, file: number): ReturnType<typeof ticketHolder>
  create(caller: FileCaller, input: NewUploadInput): Promise<Upload>
  receive(caller: FileCaller, input: ReceiveInput): Promise<Received>
  look(caller: FileCaller, upload: Uint8Array): Promise<Upload>
  result(
    caller: FileCaller,
    upload: Uint8Array,
  ): Promise<{ upload: Upload; file: StoredFile | undefined }>
  end(caller: FileCaller, upload: Uint8Array): Promise<void>
  open(caller: FileCaller, asked: FileAsked): Promise<Download>
  bytes(
    caller: FileCaller,
    asked: FileAsked,
    input: { download: Download; from: number; to: number; cut(): void },
  ): AsyncGenerator<Uint8Array>
  /** The largest file at present. */
  bytesMax(): number
}

export function createFilePort(deps: FileDeps & Parameters<typeof deviceOfToken>[0]): FilePort {
  return {
    caller: (address, accessToken) => deviceOfToken(deps, address, accessToken),
    ticketHolder: (ticket, file) => ticketHolder(deps, ticket, file),
    create: (caller, input) => createUpload(deps, caller, input),
    receive: (caller, input) => receiveBytes(deps, caller, input),
    look: (caller, upload) => lookAtUpload(deps, caller, upload),
    result: (caller, upload) => uploadedFile(deps, caller, upload),
    end: (caller, upload) => endUpload(deps, caller, upload),
    open: (caller, asked) => openDownload(deps, caller, asked),
    bytes: (caller, asked, input) => downloadBytes(deps, caller, asked, input),
    bytesMax: () => deps.settings().fileBytesMax,
  }
}
