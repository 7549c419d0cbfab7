/** What a picture may take up in a message, in CSS pixels. */
const widthMax = 340
const heightMax = 380
const sideMin = 96

export interface Size {
  width: number
  height: number
}

/** How large a picture is shown: whole where it fits, never so thin or flat that nothing is seen. Not known: a square. */
export function pictureSize(width: number, height: number): Size {
  if (width <= 0 || height <= 0) return { width: 240, height: 240 }
  const scale = Math.min(1, widthMax / width, heightMax / height)
  return {
    width: Math.round(Math.min(widthMax, Math.max(sideMin, width * scale))),
    height: Math.round(Math.min(heightMax, Math.max(sideMin, height * scale))),
  }
}

/** How many stand side by side in an album. */
export const albumColumns = (count: number): number => (count === 2 || count === 4 ? 2 : 3)
