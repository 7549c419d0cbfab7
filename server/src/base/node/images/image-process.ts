// A process of its own for pictures of strangers: whatever a decoder does with them, the server goes on.
import type { ImageLimits } from '../../images.ts'
import { BrokenImage } from '../../media/pieces.ts'
import { stripImage } from '../../media/strip-image.ts'
import { lookAt } from './look-at.ts'
import type { ImageAnswer, ImageTask } from './image-task.ts'

const limits = JSON.parse(process.argv[2] ?? '{}') as ImageLimits

process.on('message', (task: ImageTask) => {
  void clean(task).then((answer) => process.send?.(answer))
})
// An interrupt of the terminal is meant for the server, which may still be at work.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => undefined)
// The server is gone, in whatever way.
process.on('disconnect', () => process.exit())

async function clean({ mediaType, bytes }: ImageTask): Promise<ImageAnswer> {
  try {
    const stripped = stripImage(mediaType, bytes)
    return { status: 'clean', bytes: stripped, ...(await lookAt(mediaType, stripped, limits)) }
  } catch (thrown) {
    const reason = thrown instanceof Error ? thrown.message : String(thrown)
    const isExpected = thrown instanceof BrokenImage || thrown instanceof RangeError
    return isExpected ? { status: 'unreadable', reason } : { status: 'fault', reason }
  }
}
