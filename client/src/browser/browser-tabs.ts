import type { TabChannel, TabLocks, TabMessage } from '../connection/tabs.ts'

export function browserChannel(name: string): TabChannel {
  const channel = new BroadcastChannel(name)
  return {
    post: (message) => {
      try {
        channel.postMessage(message)
      } catch {
        // NOTE closed: this tab is on its way out.
      }
    },
    listen: (heard) => {
      const listener = ({ data }: MessageEvent<TabMessage>) => heard(data)
      channel.addEventListener('message', listener)
      return () => channel.removeEventListener('message', listener)
    },
    close: () => channel.close(),
  }
}

export function browserLocks(name: string): TabLocks {
  return {
    hold: async ({ signal, steal }, held) => {
      const lost = new AbortController()
      // NOTE a stolen lock rejects the request while `held` still runs. A steal cannot be aborted while it waits.
      const options = steal ? { steal } : { signal }
      try {
        await navigator.locks.request(name, options, () => held(lost.signal))
      } catch (error) {
        lost.abort()
        throw error
      }
    },
  }
}

/** Private windows and old browsers: every tab has a connection of its own. */
export const canShare = (): boolean =>
  typeof BroadcastChannel === 'function' && 'locks' in navigator
