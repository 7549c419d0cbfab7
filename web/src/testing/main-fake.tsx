// The app on a made-up world, to look at without a server. Served by `vite` in development only.
import { IMError } from '@parley/client/browser'
import { mountApp } from '../app/mount-app.tsx'
import { FakeIM } from './fake-im.ts'
import { sampleWorld } from './sample-world.ts'

const wishes = new URLSearchParams(location.hash.slice(1))
const im = new FakeIM(sampleWorld(Date.now(), wishes.has('empty')))
Object.assign(globalThis, { fake: im })
if (wishes.has('offline')) im.goOffline()
history.replaceState(null, '', wishes.get('at') ?? '/')

const root = document.getElementById('root')
if (root !== null) {
  void mountApp(root, {
    restore: async () => (wishes.has('out') ? undefined : im),
    register: async () => {
      throw new IMError('HANDLE_TAKEN')
    },
    signIn: async ({ password }) => {
      if (password !== 'password') throw new IMError('BAD_CREDENTIALS')
      return im
    },
    signOut: async () => {},
  })
}
