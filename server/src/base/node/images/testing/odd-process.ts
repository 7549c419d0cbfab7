// Stands in for the process for pictures: dies, hangs, or answers, as the task's media type says.
import { existsSync, writeFileSync } from 'node:fs'

process.on('message', ({ mediaType, bytes }: { mediaType: string; bytes: Uint8Array }) => {
  if (mediaType === 'die') process.exit(1)
  const once = mediaType.startsWith('once:') ? mediaType.slice(5) : undefined
  if (once !== undefined && !existsSync(once)) {
    writeFileSync(once, '')
    process.kill(process.pid, 'SIGKILL')
  }
  if (mediaType === 'hang') return
  const none = new Uint8Array(0)
  const rest = { width: 1, height: 1, thumbnail: none, placeholder: none }
  process.send?.({ status: 'clean', bytes, ...rest })
})
process.on('disconnect', () => process.exit())
