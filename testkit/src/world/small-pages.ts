import type { Store } from '../../../server/src/data/store.ts'
import type { SeededRandom } from './seeded-random.ts'

/** What a page holds at most, in bytes of bodies; people here say little. */
const pageBytes = [30, 150, 600] as const

/** A store whose pages end after a few entries or conversations, as they do where bodies are large. */
export function smallPages(store: Store, random: SeededRandom): Store {
  const bytesMax = (asked: number): number => Math.min(asked, random.pick(pageBytes))
  const { entries, sync } = store
  return inPlaceOf(store, {
    entries: inPlaceOf(entries, {
      pull: (input) => entries.pull({ ...input, bytesMax: bytesMax(input.bytesMax) }),
    }),
    sync: inPlaceOf(sync, {
      sync: (input) => sync.sync({ ...input, bytesMax: bytesMax(input.bytesMax) }),
    }),
  })
}

/** The same but for some of its parts. */
function inPlaceOf<T extends object>(whole: T, parts: Partial<T>): T {
  return new Proxy(whole, {
    get(target, name) {
      const part: unknown = Reflect.get(name in parts ? parts : target, name)
      return typeof part === 'function' ? (part.bind(target) as unknown) : part
    },
  })
}
