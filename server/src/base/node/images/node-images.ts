import { fork, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { Gate } from '../../gate.ts'
import type { CleanImage, ImageLimits, Images, UnreadableImage } from '../../images.ts'
import type { Log } from '../../log.ts'
import { Refusal } from '../../refusal.ts'
import type { ImageAnswer, ImageTask } from './image-task.ts'

export interface NodeImagesOptions {
  limits: ImageLimits
  log: Log
  /** The program of the process; a test gives another one. */
  program?: string
  queuedMax?: number
  /** After this long a picture is unreadable, and the process is ended. */
  taskMs?: number
  /** Without work for this long the process ends. */
  idleMs?: number
}

const programDefault = join(import.meta.dirname, 'image-process.ts')
const queuedMaxDefault = 64
const taskMsDefault = 60_000
const idleMsDefault = 60_000
const heapMegabytesMax = 512

/** One picture at a time in a process of its own, which starts with the first one. */
export function createNodeImages(options: NodeImagesOptions): Images {
  const gate = new Gate(1, options.queuedMax ?? queuedMaxDefault)
  const worker = new ImageWorker(options)
  return {
    clean: (mediaType, bytes) => gate.run(() => worker.run({ mediaType, bytes })),
    stop: () => worker.stop(),
  }
}

class ImageWorker {
  readonly #options: NodeImagesOptions
  #child: ChildProcess | undefined = undefined
  #idle: NodeJS.Timeout | undefined = undefined
  #stopped = false

  constructor(options: NodeImagesOptions) {
    this.#options = options
  }

  async run(task: ImageTask): Promise<CleanImage | UnreadableImage> {
    if (this.#stopped) throw new Refusal('BUSY', 'the server stops')
    clearTimeout(this.#idle)
    let answer = await this.#ask(task)
    // NOTE a process may die of something else than the picture: twice it does not.
    if (answer.status === 'died' && !this.#stopped) answer = await this.#ask(task)
    if (this.#stopped) throw new Refusal('BUSY', 'the server stops')
    this.#idle = setTimeout(() => this.#end(), this.#options.idleMs ?? idleMsDefault).unref()
    if (answer.status === 'clean' || answer.status === 'unreadable') return answer
    const reason = answer.status === 'died' ? 'the process for pictures died of it' : answer.reason
    this.#options.log.warn({ reason }, 'a picture could not be worked on')
    return { status: 'unreadable', reason }
  }

  async stop(): Promise<void> {
    this.#stopped = true
    clearTimeout(this.#idle)
    const child = this.#child
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return
    const ended = new Promise((resolve) => child.once('exit', resolve))
    this.#end()
    await ended
  }

  /** Never rejects: what a process dies of, or cannot end, is the picture's fault. */
  #ask(task: ImageTask): Promise<ImageAnswer | { status: 'died' }> {
    const child = (this.#child ??= this.#start())
    return new Promise((resolve) => {
      const done = (answer: ImageAnswer | { status: 'died' }) => {
        clearTimeout(timer)
        child.off('message', heard).off('exit', died).off('error', failed)
        resolve(answer)
      }
      const heard = (answer: unknown) => done(answer as ImageAnswer)
      const died = () => {
        this.#forget(child)
        done({ status: 'died' })
      }
      const failed = (fault: Error) => {
        this.#forget(child)
        child.kill('SIGKILL')
        done({ status: 'fault', reason: fault.message })
      }
      const timer = setTimeout(() => {
        this.#forget(child)
        child.kill('SIGKILL')
        done({ status: 'fault', reason: 'it takes too long' })
      }, this.#options.taskMs ?? taskMsDefault)
      child.on('message', heard).on('exit', died).on('error', failed)
      child.send(task, (fault) => {
        if (fault !== null) failed(fault)
      })
    })
  }

  #start(): ChildProcess {
    const { program = programDefault, limits } = this.#options
    const child = fork(program, [JSON.stringify(limits)], {
      serialization: 'advanced',
      execArgv: [`--max-old-space-size=${heapMegabytesMax}`],
      // NOTE nothing of the server's environment: no secret is where strangers' pictures are.
      env: { PATH: process.env.PATH },
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    child.unref()
    child.channel?.unref()
    return child
  }

  #end(): void {
    const child = this.#child
    this.#child = undefined
    child?.kill('SIGKILL')
  }

  #forget(child: ChildProcess): void {
    if (this.#child === child) this.#child = undefined
  }
}
