/** `to` is not included. */
export type ByteRange = { from: number; to: number } | 'whole' | 'unsatisfiable'

/** One range of RFC 9110; several, and what is no range, ask for the whole. */
export function byteRange(header: string | undefined, bytes: number): ByteRange {
  const found = /^bytes=(\d{0,16})-(\d{0,16})$/.exec(header?.trim() ?? '')
  const [, first = '', last = ''] = found ?? []
  if (found === null || (first === '' && last === '')) return 'whole'
  if (first === '') {
    const length = Math.min(Number(last), bytes)
    return length === 0 ? 'unsatisfiable' : { from: bytes - length, to: bytes }
  }
  const from = Number(first)
  const to = last === '' ? bytes : Math.min(Number(last) + 1, bytes)
  if (last !== '' && Number(last) < from) return 'whole'
  return from >= bytes ? 'unsatisfiable' : { from, to }
}
