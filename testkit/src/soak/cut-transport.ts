import type { Link, Transport } from '@parley/client'

/** A transport whose connections can be cut as a bad network cuts them: what was under way is lost to the client. */
export interface CutTransport extends Transport {
  /** @returns whether there was something to cut. */
  cut(): boolean
}

export function cutTransport(inner: Transport): CutTransport {
  let current: { sever(): void } | undefined
  return {
    cut() {
      const had = current !== undefined
      current?.sever()
      current = undefined
      return had
    },
    async open(url, events, signal) {
      let isSevered = false
      const link: Link = await inner.open(
        url,
        {
          received: (bytes) => {
            if (!isSevered) events.received(bytes)
          },
          closed: (code) => {
            if (!isSevered) events.closed(code)
          },
        },
        signal,
      )
      const mine = {
        sever() {
          isSevered = true
          link.close()
          events.closed()
        },
      }
      current = mine
      return {
        write: (bytes) => {
          if (!isSevered) link.write(bytes)
        },
        close: () => link.close(),
      }
    },
  }
}
