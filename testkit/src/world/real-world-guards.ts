const RealDate = Date

function banned(name: string): () => never {
  return () => {
    throw new Error(`${name} was used inside a simulated world: take it from a port`)
  }
}

/** A Date that can be made from a number, and knows nothing of now. */
const TimelessDate = new Proxy(RealDate, {
  construct(target, parts: unknown[]) {
    if (parts.length === 0) return banned('new Date()')()
    return Reflect.construct(target, parts) as object
  },
  apply: banned('Date()'),
  get(target, key, receiver): unknown {
    return key === 'now' ? banned('Date.now') : Reflect.get(target, key, receiver)
  },
})

const replacements: readonly [object: object, key: string, value: unknown][] = [
  [globalThis, 'Date', TimelessDate],
  [Math, 'random', banned('Math.random')],
  [globalThis, 'setTimeout', banned('setTimeout')],
  [globalThis, 'setInterval', banned('setInterval')],
  [globalThis, 'setImmediate', banned('setImmediate')],
  [AbortSignal, 'timeout', banned('AbortSignal.timeout')],
  [performance, 'now', banned('performance.now')],
  [crypto, 'getRandomValues', banned('crypto.getRandomValues')],
  [crypto, 'randomUUID', banned('crypto.randomUUID')],
  [globalThis, 'WeakRef', class extends Banned('WeakRef') {}],
  [globalThis, 'FinalizationRegistry', class extends Banned('FinalizationRegistry') {}],
]

function Banned(name: string): new () => object {
  return class {
    constructor() {
      banned(name)()
    }
  }
}

/** Runs `turn` while the real clock, chance and timers throw, whoever asks them. */
export function withoutRealWorld(turn: () => void): void {
  const kept = replacements.map(([object, key]) => Object.getOwnPropertyDescriptor(object, key))
  for (const [object, key, value] of replacements) {
    Object.defineProperty(object, key, { value, configurable: true, writable: true })
  }
  try {
    turn()
  } finally {
    for (const [index, [object, key]] of replacements.entries()) {
      const descriptor = kept[index]
      if (descriptor === undefined) Reflect.deleteProperty(object, key)
      else Object.defineProperty(object, key, descriptor)
    }
  }
}
