import assert from 'node:assert/strict'
import { test } from 'node:test'
import { loginTurns, replaying, type Turn } from './testing/replaying.ts'
import type { UserListener } from './user.ts'
import { XmppUser } from './xmpp-user.ts'

const rosterTurn: Turn = ['jabber:iq:roster', undefined]

for (const [name, isToldTwice] of [
  ['ejabberd-23.01', true],
  ['prosody-0.12', false],
] as const) {
  test(`comes back to what it has missed, which ${name} ${isToldTwice ? 'tells twice' : 'tells once'}`, async () => {
    using server = await replaying(`${name}-return`, [...loginTurns('<iq'), rosterTurn])
    const [received, again]: [string[], string[]] = [[], []]
    const shown = Promise.withResolvers<string>()
    const on: UserListener = {
      received: (text) => received.push(text),
      again: (text) => again.push(text),
      // NOTE its own, the last that the server said.
      presence: (stanza) => shown.resolve(stanza),
      lost: () => shown.reject(new Error('lost')),
    }
    const user = new XmppUser(server.endpoint, 'u7', on)
    try {
      const known = { roster: 'as it was', contacts: 0, archive: 'a1' }
      const now = await user.visit(known)
      await shown.promise
      const bodies = ['00000', '00001', '00002']
      assert.deepEqual(received, bodies)
      assert.deepEqual(again, isToldTwice ? bodies : [])
      // NOTE the roster has not changed, so the server says no version of it.
      assert.equal(now.roster, known.roster)
      assert.equal(now.contacts, 0)
      assert.match(now.archive ?? '', /^(1796076385721442|9b72d4a1-.*)$/)
      const said = server.heard.join('')
      assert.match(said, /ver='as it was'/)
      assert.match(said, /<after>a1<\/after>/)
      assert.ok(said.indexOf('<after>') < said.indexOf('<presence/>'))
    } finally {
      user.destroy()
    }
  })

  test(`a first visit takes the roster of ${name}, and knows how an empty archive begins`, async () => {
    using server = await replaying(`${name}-roster`, [...loginTurns('<iq'), rosterTurn])
    const user = new XmppUser(server.endpoint, 'c0', { lost: () => {} })
    try {
      const { contacts, roster, archive } = await user.visit(undefined)
      assert.equal(contacts, 20)
      assert.match(roster ?? '', /^\w+$/)
      assert.equal(archive, undefined)
    } finally {
      user.destroy()
    }
  })
}
