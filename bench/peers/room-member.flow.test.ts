import assert from 'node:assert/strict'
import { test } from 'node:test'
import { roomMember } from './room-member.ts'
import { loginTurns, replaying, type Turn } from './testing/replaying.ts'

/** Within stanzas: they are cut wherever they are. */
const turns: Turn[] = [
  ...loginTurns('<presence'),
  ['<history', '<iq'],
  ['muc#owner', '<body>'],
  ["type='groupchat'", '<result '],
  ['urn:xmpp:mam:2', undefined],
]

for (const name of ['ejabberd-23.01', 'prosody-0.12']) {
  test(`makes a room of ${name}, is acked by what comes back to it, and reads what the room keeps`, async () => {
    using server = await replaying(`${name}-room`, turns)
    const [acked, received]: [number[], number[]] = [[], []]
    const all = Promise.withResolvers<void>()
    const member = roomMember(
      { protocol: 'xmpp', endpoint: server.endpoint, serverPid: [] },
      'u0',
      {
        acked: (index) => {
          if (acked.push(index) === 2) all.resolve()
        },
        received: (index) => received.push(index),
        lost: () => all.reject(new Error('lost')),
      },
    )
    try {
      await member.join({ isSilent: false })
      member.send(0)
      await all.promise
      const kept: number[] = []
      await member.audit?.((index) => kept.push(index))
      assert.deepEqual(acked, [0, 1])
      assert.deepEqual(received, [0])
      assert.deepEqual(kept, [0, 0, 1])
    } finally {
      member.destroy()
    }
  })
}
