/** A waveform of any length as so many bars between 0 and 1. One that says nothing is flat. */
export function barsOf(waveform: Uint8Array, count: number): number[] {
  if (waveform.length === 0) return Array.from({ length: count }, () => 0.3)
  const loudest = Math.max(1, ...waveform)
  return Array.from({ length: count }, (_, index) => {
    const from = Math.floor((index * waveform.length) / count)
    const to = Math.max(from + 1, Math.floor(((index + 1) * waveform.length) / count))
    return Math.max(...waveform.subarray(from, to)) / loudest
  })
}
