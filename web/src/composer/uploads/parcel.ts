import { fileContent, type SpecialContent, type UploadedFile } from '@parley/client/browser'

/** Pictures of one message. */
const albumMax = 9

export interface ParcelFile {
  file: UploadedFile
  /** For saving, also where it could be shown. */
  isPlain: boolean
}

const isPicture = ({ file, isPlain }: ParcelFile) =>
  !isPlain && file.mediaType.startsWith('image/') && file.width > 0

/** The messages that files become: pictures as albums, everything else one by one. */
export function contentsOf(files: readonly ParcelFile[]): SpecialContent[] {
  const pictures = files.filter(isPicture).map(({ file }) => file)
  const contents: SpecialContent[] = []
  for (let at = 0; at < pictures.length; at += albumMax)
    contents.push(fileContent(pictures.slice(at, at + albumMax)))
  for (const one of files)
    if (!isPicture(one)) contents.push(fileContent(one.file, { shown: !one.isPlain }))
  return contents
}
