import type { FileSpace } from '@parley/client/browser'
import type { MessageId } from '../../i18n/catalog/en.ts'

/** Why a file cannot be sent, in words that may name a size. */
export interface FileTrouble {
  id: MessageId
  bytes: number
  /** The same bytes may go as a plain file. */
  asFile: boolean
}

type Measured = Pick<File, 'size' | 'type'>

/** What can be known before anything is sent. `plannedBytes`: others on their way. `space` undefined: not known now. */
export function checkFile(
  { size, type }: Measured,
  plannedBytes: number,
  space: FileSpace | undefined,
): FileTrouble | undefined {
  if (size === 0) return { id: 'attach.empty', bytes: 0, asFile: false }
  if (space === undefined) return undefined
  const { fileBytesMax, imageBytesMax, accountBytesMax, usedBytes, dayBytesMax, dayBytes } = space
  if (size > fileBytesMax) return { id: 'attach.tooLarge', bytes: fileBytesMax, asFile: false }
  if (type.startsWith('image/') && size > imageBytesMax)
    return { id: 'attach.tooLarge', bytes: imageBytesMax, asFile: true }
  const freeBytes = Math.max(0, accountBytesMax - usedBytes - plannedBytes)
  if (size > freeBytes) return { id: 'attach.noSpace', bytes: freeBytes, asFile: false }
  const leftBytes = Math.max(0, dayBytesMax - dayBytes - plannedBytes)
  if (size > leftBytes) return { id: 'attach.dayFull', bytes: leftBytes, asFile: false }
  return undefined
}

/** Types that every browser shows as a picture and never runs. */
const shownTypes: readonly string[] = [
  'image/jpeg',
  'image/png',
  'image/gif',
  'image/webp',
  'image/avif',
]

export const isShownPicture = (type: string): boolean => shownTypes.includes(type)
