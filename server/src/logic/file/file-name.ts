/** In UTF-8, as most disks take it. */
export const fileNameBytesMax = 200
const fallback = 'file'
/** Names that Windows gives to devices, whatever comes behind the dot. */
const devices = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i
/** Controls, and what turns the direction of writing around: with it "exe.gpj" reads as "jpg.exe". */
const hidden = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\u2028\u2029]/gu
const utf8 = new TextEncoder()

/**
 * A name that is nothing but a name on any disk: no folder, no device, nothing hidden, not too long. Its ending stays.
 */
export function safeFileName(given: string): string {
  const last = given.normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  const plain = last
    .replaceAll(hidden, '')
    .replaceAll(/[<>:"|?*]/g, '_')
    .replaceAll(/\s+/g, ' ')
    .replace(/^[\s.]+/, '')
    .replace(/[\s.]+$/, '')
  if (plain === '') return fallback
  return shortened(devices.test(plain) ? `_${plain}` : plain)
}

function shortened(name: string): string {
  if (utf8.encode(name).length <= fileNameBytesMax) return name
  const ending = /\.[^.]{1,20}$/u.exec(name)?.[0] ?? ''
  const room = fileNameBytesMax - utf8.encode(ending).length
  let kept = ''
  let bytes = 0
  for (const letter of name.slice(0, name.length - ending.length)) {
    bytes += utf8.encode(letter).length
    if (bytes > room) break
    kept += letter
  }
  return `${kept.trimEnd()}${ending}`
}
