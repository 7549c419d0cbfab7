import {
  attachmentNameBytesMax,
  attachmentsMax,
  mediaTypeLengthMax,
  placeholderBytesMax,
  voiceMsMax,
  waveformBytesMax,
} from '@parley/protocol'
import { Refusal } from '../../../base/refusal.ts'
import type { Content } from '../entry-body.ts'
import { checkBytes } from './text.ts'

/** How long it is stands before anybody has loaded it. */
export function checkVoice({ attachments }: Content): void {
  const durationMs = attachments[0]?.durationMs ?? 0
  if (durationMs < 1 || durationMs > voiceMsMax)
    throw new Refusal('BAD_REQUEST', `a voice message lasts up to ${voiceMsMax} ms, and says so`)
}

/**
 * Their form. Whether the caller may use these files, and whether they are what is said, is asked where files are kept.
 * `family`: what all of them must be, such as image.
 */
export function checkAttachments(
  { attachments }: Content,
  many: 'one' | 'album',
  family?: 'image' | 'audio' | 'video',
): void {
  if (attachments.length === 0) throw new Refusal('BAD_REQUEST', 'the attachment is missing')
  const max = many === 'one' ? 1 : attachmentsMax
  if (attachments.length > max) throw new Refusal('TOO_LARGE', `more than ${max} attachments`)
  for (const { file, name, mediaType, placeholder, waveform } of attachments) {
    if (!file) throw new Refusal('BAD_REQUEST', 'an attachment names no file')
    checkBytes('name', name ?? '', attachmentNameBytesMax)
    if (family !== undefined && !mediaType?.startsWith(`${family}/`))
      throw new Refusal('BAD_REQUEST', `an attachment of this kind is ${family}`)
    if ((mediaType?.length ?? 0) > mediaTypeLengthMax)
      throw new Refusal('TOO_LARGE', 'the media type is too long')
    if ((placeholder?.length ?? 0) > placeholderBytesMax)
      throw new Refusal('TOO_LARGE', `the placeholder is over ${placeholderBytesMax} bytes`)
    if ((waveform?.length ?? 0) > waveformBytesMax)
      throw new Refusal('TOO_LARGE', `the waveform is over ${waveformBytesMax} bytes`)
  }
}
