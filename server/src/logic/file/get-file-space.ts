import type { ReplyOf } from '@parley/protocol'
import type { Clock } from '../../base/clock.ts'
import type { Store } from '../../data/store.ts'
import type { Caller } from '../caller.ts'
import type { FileSettings } from './file-deps.ts'

/** Where the HTTP server is, as far as it is known here. */
export interface HttpAddress {
  /** As the operator says; empty: nothing was said. */
  publicUrl: string
  port: number
  secure: boolean
}

export interface GetFileSpaceDeps {
  clock: Clock
  files: Pick<Store['files'], 'space'>
  fileSettings(): FileSettings
  httpAddress(): HttpAddress
}

export async function getFileSpace(
  deps: GetFileSpaceDeps,
  caller: Caller,
): Promise<ReplyOf<'getFileSpace'>> {
  const { storedBytes, reservedBytes, dayBytes } = await deps.files.space(
    caller.account,
    deps.clock.wallMs(),
  )
  const { accountBytesMax, dayBytesMax, fileBytesMax, imageBytesMax } = deps.fileSettings()
  const { publicUrl, port, secure } = deps.httpAddress()
  return {
    usedBytes: storedBytes + reservedBytes,
    dayBytes,
    ...{ accountBytesMax, dayBytesMax, fileBytesMax, imageBytesMax },
    ...{ publicUrl, httpPort: port, httpSecure: secure },
  }
}
