import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { desktop, phone, skip, visitors } from './browser-world.ts'
import { cuttableWire } from './cuttable-wire.ts'
import { Person } from './person.ts'
import { serverProcess } from './server-process.ts'

const rounds = 3
const burst = 12

test(
  '[R1] [R2] [R4] [R5] killed in a stream of sends: nothing lost, doubled or out of order, without a reload',
  { skip },
  async (t) => {
    const data = mkdtempSync(join(tmpdir(), 'parley-restart-'))
    t.after(() => rmSync(data, { recursive: true, force: true }))
    let server = await serverProcess(t, data)
    const wire = await cuttableWire(t, server.url)
    const open = await visitors(t, wire.url)
    const ann = await new Person(await open(desktop), 'ann').register('Ann')
    const bob = await new Person(await open(phone), 'bob').register('Bob')
    await ann.find('bob')
    await ann.say('0')
    await bob.row('Ann').tap()
    await ann.status('0', 'read').waitFor()

    const said = ['0']
    for (let round = 0; round < rounds; round++) {
      for (let i = 0; i < burst; i++) {
        // NOTE with an end of its own: the time of day follows it in the bubble, and 2-1 at ten is no 2-11.
        const text = `${round}-${i}.`
        said.push(text)
        await ann.say(text)
        // In the middle of the stream: what was just written is on its way.
        if (i === burst / 2) await server.kill()
      }
      server = await serverProcess(t, data)
      wire.lead(server.url)
    }
    const last = said.at(-1) ?? ''
    await ann.status(last, 'read').waitFor()
    await bob.message(last).waitFor()
    await ann.says(said)
    await bob.says(said)
  },
)
