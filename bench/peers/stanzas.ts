/** Cuts an XMPP stream into what stands directly below its root; no more of XML than RFC 6120 (section 11) allows in one. */
export class StanzaReader {
  #held = ''
  #from = 0
  #at = 0
  #depth = 0

  /** The next thing is a new stream: after authentication both sides begin anew. */
  restart(): void {
    this.#depth = 0
  }

  /** @param take gets each whole stanza, and the start of the stream as it stands. */
  read(text: string, take: (stanza: string) => void): void {
    this.#held += text
    for (;;) {
      const start = this.#held.indexOf('<', this.#at)
      const end = start < 0 ? -1 : tagEnd(this.#held, start)
      if (end < 0) {
        this.#at = start < 0 ? this.#held.length : start
        break
      }
      if (this.#depth <= 1 && this.#held[start + 1] !== '/') this.#from = start
      this.#at = end
      if (this.#step(start, end)) take(this.#held.slice(this.#from, end))
    }
    // NOTE what stands before is taken, and a stanza that has begun stays whole.
    const keep = this.#depth > 1 ? this.#from : this.#at
    this.#held = this.#held.slice(keep)
    this.#at -= keep
    this.#from = Math.max(0, this.#from - keep)
  }

  /** @returns something is whole. */
  #step(start: number, end: number): boolean {
    const second = this.#held[start + 1]
    if (second === '?') return false
    if (second === '/') {
      this.#depth -= 1
      return this.#depth === 1
    }
    if (this.#held[end - 2] !== '/') this.#depth += 1
    return this.#depth === 1
  }
}

/** @returns where the tag at `start` ends; -1: not here. A `>` between quotes ends nothing. */
function tagEnd(text: string, start: number): number {
  let quote = ''
  for (let at = start + 1; at < text.length; at += 1) {
    const char = text[at] ?? ''
    if (quote !== '') {
      if (char === quote) quote = ''
    } else if (char === '"' || char === "'") quote = char
    else if (char === '>') return at + 1
  }
  return -1
}

export function nameOf(stanza: string): string {
  return /^<([^\s/>]+)/.exec(stanza)?.[1] ?? ''
}

/** Of the stanza itself. */
export function attributeOf(stanza: string, name: string): string | undefined {
  const head = stanza.slice(0, tagEnd(stanza, 0))
  const found = new RegExp(`\\s${name}=(?:"([^"]*)"|'([^']*)')`).exec(head)
  return found?.[1] ?? found?.[2]
}

/** The text of the first element of that name, as it stands. */
export function textOf(stanza: string, name: string): string | undefined {
  return new RegExp(`<${name}(?:\\s[^>]*)?>([^<]*)</${name}>`).exec(stanza)?.[1]
}

/** From the first element of that name on; empty when there is none. */
export function inner(stanza: string, name: string): string {
  const at = stanza.search(new RegExp(`<${name}[\\s/>]`))
  return at < 0 ? '' : stanza.slice(at)
}

/** How many elements of that name there are. */
export function countOf(stanza: string, name: string): number {
  return stanza.match(new RegExp(`<${name}[\\s/>]`, 'g'))?.length ?? 0
}
