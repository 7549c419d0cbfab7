import type { SentMessage } from '@parley/client'
import type { Line } from '../checker/history.ts'
import type { Said } from './said.ts'

export interface SentLinesDeps {
  device: string
  nowMs(): number
  emit(line: Line): void
  /** The running program. */
  run(): object | undefined
}

interface Announced {
  said: Said
  /** Among everything that was sent on this device. */
  place: number
  id: string
  outcome: 'open' | 'told'
}

/** What a device sends, each from its first try to what came of it, over restarts of its program. */
export class SentLines {
  readonly #deps: SentLinesDeps
  readonly #sends = new Map<string, Announced>()
  /** Client ids of those whose outcome the running program waits for. */
  readonly #awaited = new WeakMap<object, Set<string>>()

  constructor(deps: SentLinesDeps) {
    this.#deps = deps
  }

  /** A program has started. */
  begin(run: object): void {
    this.#awaited.set(run, new Set())
  }

  follow(sent: SentMessage, said: Said): void {
    const place = this.#sends.size + 1
    this.#sends.set(sent.key, { said, place, id: '', outcome: 'open' })
    this.#look(sent)
  }

  /** Tried, and without an outcome. */
  get open(): number {
    let open = 0
    for (const { id, outcome } of this.#sends.values())
      if (id !== '' && outcome === 'open') open += 1
    return open
  }

  /** Writes down what is new of them. */
  lookAt(messages: readonly SentMessage[]): void {
    for (const message of messages) this.#look(message)
  }

  #look(message: SentMessage): void {
    const { device, nowMs, emit } = this.#deps
    const known = this.#sends.get(message.key)
    if (known === undefined || known.outcome === 'told') return
    const { clientId } = message
    if (clientId !== '' && known.id !== clientId) {
      known.id = clientId
      const { said, place } = known
      emit({ event: 'send', device, id: clientId, ...said, place, at: nowMs() })
    }
    if (clientId !== '') this.#await(message, known)
    if (known.id === '') return
    if (message.state === 'failed') {
      known.outcome = 'told'
      emit({ event: 'fail', device, id: known.id, code: message.error?.code ?? 'UNKNOWN' })
    } else if (message.state === 'unknown') {
      known.outcome = 'told'
      emit({ event: 'unknown', device, id: known.id })
    }
  }

  #await({ clientId, stored }: SentMessage, known: Announced): void {
    const { device, nowMs, emit } = this.#deps
    const run = this.#deps.run()
    const awaited = run === undefined ? undefined : this.#awaited.get(run)
    if (awaited === undefined || awaited.has(clientId)) return
    awaited.add(clientId)
    stored.then(
      ({ conversation, seq }) => {
        // NOTE an answer that only a killed program knew of was never known.
        if (this.#deps.run() !== run || known.id !== clientId || known.outcome === 'told') return
        known.outcome = 'told'
        emit({ event: 'ok', device, id: clientId, conversation, seq, at: nowMs() })
      },
      () => {},
    )
  }
}
