import { handleLengthMax, handleLengthMin } from '@parley/protocol'
import { Refusal } from '../../base/refusal.ts'

const shape = new RegExp(`^[a-z0-9][a-z0-9._-]{${handleLengthMin - 1},${handleLengthMax - 1}}$`)

/** The form in which handles are stored and compared. */
export function foldHandle(handle: string): string {
  return handle.trim().toLowerCase()
}

/** @throws Refusal BAD_HANDLE */
export function checkedHandle(handle: string): string {
  const folded = foldHandle(handle)
  if (!shape.test(folded)) throw new Refusal('BAD_HANDLE')
  return folded
}
