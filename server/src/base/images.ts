/** Work on pictures, as everything below `app/` sees it: away from the event loop, bounded in number and time. */
export interface Images {
  /**
   * Leaves out what a picture gives away (place, camera, owner, comments) without touching what it shows, checks that it
   * can be shown, and makes a small one of it. `unreadable`: it is not what it claims to be, or would take too much to
   * show. @throws Refusal BUSY when too many wait.
   */
  clean(mediaType: string, bytes: Uint8Array): Promise<CleanImage | UnreadableImage>
  /** Ends what runs; what waits is refused with BUSY. */
  stop(): Promise<void>
}

export interface CleanImage {
  status: 'clean'
  bytes: Uint8Array
  /** As it is shown, turned as the camera says. 0: not known. */
  width: number
  height: number
  /** image/webp, at most thumbnailPixels wide and high; empty: none could be made. */
  thumbnail: Uint8Array
  /** ThumbHash; empty with no thumbnail. */
  placeholder: Uint8Array
}

export interface UnreadableImage {
  status: 'unreadable'
  reason: string
}

export interface ImageLimits {
  /** Of one frame, and of all frames of an animation together. */
  pixelsMax: number
  animationPixelsMax: number
}

export const thumbnailPixels = 480
