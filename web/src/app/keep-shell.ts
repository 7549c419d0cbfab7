/** Lets the app open without a network. In development the sources change too often to be kept. */
export function keepShell(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  addEventListener('load', () => {
    // Private windows may refuse: then the app needs the network to open, and nothing else.
    navigator.serviceWorker.register('/sw.js').catch(() => {})
  })
}
