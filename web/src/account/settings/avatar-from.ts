/** Small enough for the profile that travels with it. */
const sidePx = 128
const bytesMax = 32_768
const qualities = [0.86, 0.7, 0.5, 0.3]

/** The middle square of a picture, small, as a data: address; undefined: not a picture that this browser reads. */
export async function avatarFrom(file: Blob): Promise<string | undefined> {
  const bitmap = await createImageBitmap(file).catch(() => undefined)
  if (bitmap === undefined) return undefined
  const side = Math.min(bitmap.width, bitmap.height)
  const canvas = document.createElement('canvas')
  canvas.width = sidePx
  canvas.height = sidePx
  const context = canvas.getContext('2d')
  if (context === null) return undefined
  context.imageSmoothingQuality = 'high'
  // JPEG has no transparency: what was clear would turn black.
  context.fillStyle = '#fff'
  context.fillRect(0, 0, sidePx, sidePx)
  const left = (bitmap.width - side) / 2
  const top = (bitmap.height - side) / 2
  context.drawImage(bitmap, left, top, side, side, 0, 0, sidePx, sidePx)
  bitmap.close()
  // Drawn anew, nothing of the file but its pixels goes along: no place, no camera.
  return qualities
    .map((quality) => canvas.toDataURL('image/jpeg', quality))
    .find((address) => address.length <= bytesMax)
}
