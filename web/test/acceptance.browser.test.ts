import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test, type TestContext } from 'node:test'
import { createAccountClient, createIM } from '@parley/client/node'
import { ended, lines, parley, start } from '../../terminal/test/harness/parley-process.ts'
import { desktop, phone, skip, visitors } from './browser-world.ts'
import { npmStart, type Started } from './npm-start.ts'
import { becomes, password, Person } from './person.ts'

const each = 30
const numbers = Array.from({ length: each }, (_, index) => index)
/** What one says to another in this test. */
const texts = (from: string, to: string) => numbers.map((number) => `${from}-${to}-${number}.`)

/** A terminal over TCP: it follows everything, and sends what it is given line by line. */
async function terminal(t: TestContext, server: Started) {
  const config = mkdtempSync(join(tmpdir(), 'parley-acceptance-config-'))
  t.after(() => rmSync(config, { recursive: true, force: true }))
  const env = { XDG_CONFIG_HOME: config, PARLEY_PASSWORD: password }
  const as = ['--server', server.tcp, '--as', 'cleo', '--json']
  assert.equal((await parley(['register', ...as, '--display-name', 'Cleo'], { env })).status, 0)
  assert.equal((await parley(['login', ...as], { env })).status, 0)
  const tail = (handle: string) => {
    const child = start(['tail', ...as, '--to', handle, '--from', '1'], env)
    t.after(() => child.kill('SIGKILL'))
    return lines(child)
  }
  const sendTo = (handle: string) => {
    const child = start(['send', ...as, '--to', handle, '--timeout', '300'], env)
    t.after(() => child.kill('SIGKILL'))
    return { say: (text: string) => child.stdin?.write(`${text}\n`), child, done: ended(child) }
  }
  return { tail, sendTo }
}

/** What the server has of a conversation in the end. */
async function truth(server: Started, reader: string, peer: string): Promise<string[]> {
  const device = { deviceClass: 6, name: 'truth' }
  const account = createAccountClient(server.http)
  const { accessToken } = await account.signIn({ handle: reader, password, device })
  const im = createIM({ url: server.tcp, token: async () => accessToken })
  await im.start()
  const conversation = im.conversation({ account: (await im.find(peer)).account })
  const said: string[] = []
  for (let from = 1; ;) {
    const page = await conversation.history({ from, limit: 200 })
    for (const { seq, text } of page.messages) {
      assert.equal(seq, said.length + 1)
      said.push(text)
    }
    if (page.coveredTo >= page.headSeq) break
    from = page.coveredTo + 1
  }
  await im.stop()
  return said
}

/** Everything once, and of each sender in the order of sending. */
function assertWhole(said: readonly string[], ...streams: (readonly string[])[]): void {
  assert.deepEqual(said.toSorted(), streams.flat().toSorted())
  for (const stream of streams)
    assert.deepEqual(
      said.filter((text) => stream.includes(text)),
      stream,
    )
}

test(
  '[R1] [R2] [R4] [R5] a desktop, a phone and a terminal talk while the server is killed and started again: nothing acked is lost, doubled or out of order, without a reload',
  { skip, timeout: 600_000 },
  async (t) => {
    const data = mkdtempSync(join(tmpdir(), 'parley-acceptance-'))
    t.after(() => rmSync(data, { recursive: true, force: true }))
    let server = await npmStart(t, join(data, 'data'))
    t.diagnostic(`first npm start: ${server.tookMs.toFixed(0)} ms`)
    const open = await visitors(t, server.http)
    const ann = await new Person(await open(desktop), 'ann').register('Ann')
    const bob = await new Person(await open(phone), 'bob').register('Bob')
    const cleo = await terminal(t, server)
    const [withAnn, withBob] = [cleo.tail('ann'), cleo.tail('bob')]
    const loads = { ann: 0, bob: 0 }
    ann.page.on('load', () => (loads.ann += 1))
    bob.page.on('load', () => (loads.bob += 1))
    await ann.find('bob')
    await ann.say('hello')
    await bob.row('Ann').tap()
    await ann.status('hello', 'read').waitFor()

    const [annBob, bobAnn] = [texts('ann', 'bob'), texts('bob', 'ann')]
    const [cleoAnn, cleoBob] = [texts('cleo', 'ann'), texts('cleo', 'bob')]
    const toAnn = cleo.sendTo('ann')
    const toBob = cleo.sendTo('bob')
    const restarts: Promise<void>[] = []
    const restart = async (): Promise<void> => {
      await server.kill()
      server = await npmStart(t, join(data, 'data'), server)
      t.diagnostic(`npm start again: ${server.tookMs.toFixed(0)} ms`)
    }
    for (const number of numbers) {
      toAnn.say(cleoAnn[number] ?? '')
      toBob.say(cleoBob[number] ?? '')
      await Promise.all([ann.say(annBob[number] ?? ''), bob.say(bobAnn[number] ?? '')])
      if (number === each / 3) restarts.push(restart())
    }
    for (const { child } of [toAnn, toBob]) child.stdin?.end()
    await Promise.all(restarts)
    const acked = await Promise.all([toAnn.done, toBob.done])
    await ann.message(bobAnn.at(-1) ?? '').waitFor()
    await becomes(() => ann.status(annBob.at(-1) ?? '', 'read').count(), 1)

    const annCleo = texts('ann', 'cleo')
    await ann.row('Cleo').click()
    await ann.message(cleoAnn.at(-1) ?? '').waitFor()
    for (const number of numbers) {
      await ann.say(annCleo[number] ?? '')
      if (number === each / 3) restarts.push(restart())
    }
    await Promise.all(restarts)

    const said = {
      annBob: await truth(server, 'bob', 'ann'),
      annCleo: [] as string[],
      bobCleo: await truth(server, 'bob', 'cleo'),
    }
    await becomes(async () => {
      said.annCleo = await truth(server, 'ann', 'cleo')
      return said.annCleo.length
    }, 2 * each)
    assertWhole(said.annBob, ['hello'], annBob, bobAnn)
    assertWhole(said.annCleo, cleoAnn, annCleo)
    assertWhole(said.bobCleo, cleoBob)

    await ann.says(said.annCleo)
    await ann.row('Bob').click()
    await ann.message(said.annBob.at(-1) ?? '').waitFor()
    await ann.says(said.annBob)
    await bob.says(said.annBob)

    for (const [tail, conversation] of [
      [withAnn, said.annCleo],
      [withBob, said.bobCleo],
    ] as const) {
      await tail.until((all) => all.length >= conversation.length)
      assert.deepEqual(
        tail.all.map(({ seq, text }) => [seq, text]),
        conversation.map((text, index) => [index + 1, text]),
      )
    }
    for (const [index, { status, json }] of acked.entries()) {
      assert.equal(status, 0)
      const conversation = index === 0 ? said.annCleo : said.bobCleo
      const stream = index === 0 ? cleoAnn : cleoBob
      assert.deepEqual(
        json.map(({ seq }) => conversation[Number(seq) - 1]),
        stream,
      )
    }
    assert.deepEqual(loads, { ann: 0, bob: 0 })
  },
)
