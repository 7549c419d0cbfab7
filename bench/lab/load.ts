import { ended, nextMessage, startChild } from './child.ts'
import { cores } from './pin.ts'
import type { Tasks } from '../load/main.ts'

type Task = keyof Tasks
type InputOf<N extends Task> = Parameters<Tasks[N]>[0]
type ResultOf<N extends Task> = Awaited<ReturnType<Tasks[N]>>
type Answer<N extends Task> = { result: ResultOf<N> } | { fault: string }

export interface Load {
  run<N extends Task>(task: N, input: InputOf<N>): Promise<ResultOf<N>>
  stop(): Promise<void>
}

/** A process that makes load, on a core of its own. */
export function startLoad(): Load {
  const child = startChild({ file: 'load/main.ts', core: cores.load })
  return {
    async run<N extends Task>(task: N, input: InputOf<N>): Promise<ResultOf<N>> {
      const answer = nextMessage<Answer<N>>(child)
      child.send({ task, input })
      const done = await answer
      if ('fault' in done) throw new Error(done.fault)
      return done.result
    },
    async stop() {
      child.kill('SIGTERM')
      await ended(child)
    },
  }
}
