// Keeps the shell, so that the app opens without a network. Data is the SDK's own; /api/ and /files/ are never touched.
const cacheName = `shell-${'__VERSION__'}`
const kept = ['__KEPT__']
/** A page that is slower than this is shown from the cache. */
const pageTimeoutMs = 3_000

self.addEventListener('install', (event) => {
  event.waitUntil(
    caches
      .open(cacheName)
      .then((cache) => cache.addAll(kept.map((path) => new Request(path, { cache: 'reload' }))))
      .then(() => self.skipWaiting()),
  )
})

self.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      // The shell before this one stays: tabs that are open may still load a part of it.
      .then((names) => names.filter((name) => name.startsWith('shell-') && name !== cacheName))
      .then((names) => Promise.all(names.slice(0, -1).map((name) => caches.delete(name))))
      .then(() => self.clients.claim()),
  )
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== self.location.origin) return
  if (request.mode === 'navigate' && !/^\/(api|files|metrics|healthz)/.test(url.pathname)) {
    event.respondWith(page(request))
  } else if (url.pathname.startsWith('/assets/') || kept.includes(url.pathname)) {
    event.respondWith(caches.match(request).then((found) => found ?? fetch(request)))
  }
})

async function page(request) {
  const fromCache = () => caches.match('/').then((found) => found ?? Response.error())
  const late = new Promise((resolve) => setTimeout(resolve, pageTimeoutMs)).then(fromCache)
  const live = fetch(request).catch(fromCache)
  return Promise.race([live, late])
}
