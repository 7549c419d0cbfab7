import { getFileSpace, type GetFileSpaceDeps } from '../../logic/file/get-file-space.ts'
import { getFiles, type GetFilesDeps } from '../../logic/file/get-files.ts'
import type { Authorizations } from '../authorization.ts'
import type { HandlersOf } from '../handler.ts'

export type FileHandlerDeps = GetFilesDeps & GetFileSpaceDeps

/** Who may: see ../authorization.ts. */
export const fileAuthorization = {
  getFiles: 'self',
  getFileSpace: 'self',
} as const satisfies Authorizations<'getFiles' | 'getFileSpace'>

export function fileHandlers(deps: FileHandlerDeps): HandlersOf<'getFiles' | 'getFileSpace'> {
  return {
    getFiles: (caller, request) => getFiles(deps, caller, request),
    getFileSpace: (caller) => getFileSpace(deps, caller),
  }
}
