import type { CleanImage, UnreadableImage } from '../../images.ts'

/** What goes to the process for pictures, and what comes back. */
export interface ImageTask {
  mediaType: string
  bytes: Uint8Array
}

export type ImageAnswer = CleanImage | UnreadableImage | { status: 'fault'; reason: string }
