const rememberedMax = 1_024

/** The function, but it remembers what it made of the keys that it was asked for last. */
export function remembered<K, V>(make: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>()
  return (key) => {
    const found = known.get(key)
    if (found !== undefined) return found
    const made = make(key)
    if (known.size >= rememberedMax) known.clear()
    known.set(key, made)
    return made
  }
}
