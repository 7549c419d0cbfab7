import { entryKinds, type Message } from '@parley/client/browser'

export interface ShownPicture {
  seq: number
  file: number
  sender: number
  name: string
  width: number
  height: number
  placeholder: Uint8Array | undefined
}

/** The pictures of these messages, in the order in which they stand there. */
export function shownPictures(messages: readonly Message[]): ShownPicture[] {
  return messages.flatMap(({ kind, gone, seq, sender, content }) => {
    if (kind !== entryKinds.image || gone || seq === 0) return []
    return (content.attachments ?? []).map(({ file, name, width, height, placeholder }) => ({
      seq,
      sender,
      file: file ?? 0,
      name: name ?? '',
      width: width ?? 0,
      height: height ?? 0,
      placeholder: placeholder ?? undefined,
    }))
  })
}
