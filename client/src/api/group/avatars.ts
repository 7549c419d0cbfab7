import type { ConversationId } from '../../base/model.ts'
import type { Engine } from '../../sync/engine.ts'

/** Avatars of groups: a list of conversations comes without them, so that they are sent once and not with every sync. */
export class Avatars {
  readonly #engine: Engine
  readonly #changed: (group: ConversationId) => void
  /** The avatar asked for last: one that did not come is not asked for again and again. */
  readonly #asked = new Map<ConversationId, number>()

  constructor(engine: Engine, changed: (group: ConversationId) => void) {
    this.#engine = engine
    this.#changed = changed
  }

  look(id: ConversationId): string {
    const state = this.#engine.registry.byId(id)
    const group = state?.record.group
    if (state === undefined || group === undefined) return ''
    const { avatar, avatarSeq } = group
    if (avatar !== '' || avatarSeq === 0 || this.#asked.get(id) === avatarSeq) return avatar
    this.#asked.set(id, avatarSeq)
    queueMicrotask(() => {
      this.#engine.registry.fetch(state).then(
        () => this.#changed(id),
        () => this.#asked.delete(id),
      )
    })
    return ''
  }
}
