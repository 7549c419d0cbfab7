/** What a file is, as its first bytes say. */

/** So many bytes are looked at. */
export const sniffBytes = 512
export const plainType = 'application/octet-stream'

/**
 * Types that a browser shows or plays and never runs. Only these are served as what they are; all others are handed out
 * for saving, as bytes without a meaning.
 */
const inlineTypes: ReadonlySet<string> = new Set([
  'image/jpeg',
  'image/png',
  'image/gif',
  'image/webp',
  'image/avif',
  'audio/mpeg',
  'audio/mp4',
  'audio/aac',
  'audio/ogg',
  'audio/webm',
  'audio/wav',
  'audio/flac',
  'audio/amr',
  'video/mp4',
  'video/webm',
  'video/ogg',
  'video/quicktime',
])

export const isInline = (mediaType: string): boolean => inlineTypes.has(mediaType)

interface Signature {
  /** Bytes at `at`; a dot in the text stands for any byte. */
  magic: string
  at?: number
  /** The types that it may be: the first, unless the owner says another one of them. */
  types: readonly [string, ...string[]]
}

const signatures: readonly Signature[] = [
  { magic: '\xff\xd8\xff', types: ['image/jpeg'] },
  { magic: '\x89PNG\r\n\x1a\n', types: ['image/png'] },
  { magic: 'GIF87a', types: ['image/gif'] },
  { magic: 'GIF89a', types: ['image/gif'] },
  { magic: 'RIFF....WEBP', types: ['image/webp'] },
  { magic: 'RIFF....WAVE', types: ['audio/wav'] },
  { magic: 'OggS', types: ['audio/ogg', 'video/ogg'] },
  { magic: 'fLaC', types: ['audio/flac'] },
  { magic: '#!AMR', types: ['audio/amr'] },
  { magic: 'ID3', types: ['audio/mpeg', 'audio/aac'] },
  { magic: '\xff\xfb', types: ['audio/mpeg'] },
  { magic: '\xff\xf3', types: ['audio/mpeg'] },
  { magic: '\xff\xf2', types: ['audio/mpeg'] },
  { magic: '\xff\xf1', types: ['audio/aac'] },
  { magic: '\xff\xf9', types: ['audio/aac'] },
  { magic: '%PDF-', types: ['application/pdf'] },
  { magic: 'PK\x03\x04', types: ['application/zip'] },
  { magic: 'PK\x05\x06', types: ['application/zip'] },
  { magic: '\x1f\x8b', types: ['application/gzip'] },
  { magic: '7z\xbc\xaf\x27\x1c', types: ['application/x-7z-compressed'] },
  { magic: 'Rar!\x1a\x07', types: ['application/vnd.rar'] },
]

/** Brands of the ISO base media format; what is not here is a film. */
const brands: Readonly<Record<string, Signature['types']>> = {
  avif: ['image/avif'],
  avis: ['image/avif'],
  heic: ['image/heic'],
  heix: ['image/heic'],
  hevc: ['image/heic'],
  heim: ['image/heic'],
  heis: ['image/heic'],
  mif1: ['image/heic', 'image/avif'],
  msf1: ['image/heic', 'image/avif'],
  'qt  ': ['video/quicktime'],
  'M4A ': ['audio/mp4'],
  'M4B ': ['audio/mp4'],
}
const film: Signature['types'] = ['video/mp4', 'audio/mp4']
const matroska: Signature['types'] = ['video/x-matroska', 'audio/x-matroska']
const webm: Signature['types'] = ['video/webm', 'audio/webm']

/** Other names for the same. */
const aliases: Readonly<Record<string, string>> = {
  'image/jpg': 'image/jpeg',
  'image/pjpeg': 'image/jpeg',
  'image/heif': 'image/heic',
  'audio/mp3': 'audio/mpeg',
  'audio/x-m4a': 'audio/mp4',
  'audio/m4a': 'audio/mp4',
  'audio/x-wav': 'audio/wav',
  'audio/wave': 'audio/wav',
  'audio/x-flac': 'audio/flac',
  'audio/opus': 'audio/ogg',
  'application/ogg': 'audio/ogg',
  'video/x-m4v': 'video/mp4',
}

/** Without parameters, folded, by its one name. */
export function normalType(declared: string): string {
  const plain = (declared.split(';')[0] ?? '').trim().toLowerCase()
  return aliases[plain] ?? plain
}

/**
 * The type of content that begins so, helped by what its owner says where one container holds several.
 * Undefined: the owner says it is a picture, sound or film that we know, and it is not.
 */
export function mediaTypeOf(start: Uint8Array, declared: string): string | undefined {
  const claim = normalType(declared)
  const found = typesOf(start)
  const type = found?.find((one) => one === claim) ?? found?.[0] ?? plainType
  const isKnownClaim = inlineTypes.has(claim) || claim === 'image/heic'
  return isKnownClaim && familyOf(type) !== familyOf(claim) ? undefined : type
}

export const familyOf = (mediaType: string): string => mediaType.split('/')[0] ?? ''

function typesOf(start: Uint8Array): Signature['types'] | undefined {
  const text = Array.from(start, (byte) => String.fromCharCode(byte)).join('')
  if (text.slice(4, 8) === 'ftyp') return boxTypes(text)
  if (text.startsWith('\x1a\x45\xdf\xa3')) return text.includes('webm') ? webm : matroska
  return signatures.find(({ magic }) => fits(text, magic))?.types
}

function boxTypes(text: string): Signature['types'] {
  const length = Math.min(text.length, Math.max(16, text.charCodeAt(3)))
  const named: string[] = [text.slice(8, 12)]
  for (let at = 16; at + 4 <= length; at += 4) named.push(text.slice(at, at + 4))
  // NOTE the general brands of pictures come first in many files; a later one says which.
  const special = named.find(
    (brand) => Object.hasOwn(brands, brand) && brand !== 'mif1' && brand !== 'msf1',
  )
  const general = brands[named[0] ?? '']
  const first = special === undefined ? undefined : brands[special]
  return (general === undefined ? undefined : (first ?? general)) ?? film
}

function fits(text: string, magic: string): boolean {
  for (let index = 0; index < magic.length; index += 1) {
    const wanted = magic[index]
    if (wanted !== '.' && text[index] !== wanted) return false
  }
  return true
}
