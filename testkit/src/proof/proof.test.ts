import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ran, type PieceResult } from './piece.ts'
import { pieces } from './pieces.ts'
import { runPiece } from './run-piece.ts'
import { runProof } from './run-proof.ts'
import { tableOf } from './table.ts'

const piece = (name: string) => ({ name, promise: `${name} holds`, msMax: 1_000 })

/** The proof of pieces that end so; each takes as long as it may at most, or `tookMs`. */
async function proofOf(results: Record<string, PieceResult>, tookMs = 10) {
  const printed: string[] = []
  const tried: string[] = []
  let now = 0
  const isGood = await runProof({
    pieces: Object.keys(results).map((name) => piece(name)),
    seed: 7,
    signal: new AbortController().signal,
    async runPiece({ name }, { seed }) {
      assert.equal(seed, 7)
      tried.push(name)
      now += tookMs
      return results[name] ?? ran({}, [])
    },
    nowMs: () => now,
    print: (text) => printed.push(text),
  })
  return { isGood, tried, text: printed.join('\n') }
}

test('the table has a row for each piece: promise, tried, violations, seed', () => {
  const row = (result: PieceResult) => ({ piece: piece('a'), result, seed: 7, seconds: 1.4 })
  const table = tableOf([
    row(ran({ acked: 12_345, kills: 2 }, [])),
    row(ran({ acked: 1 }, ['one', 'two'])),
    row({ kind: 'skipped', why: 'missing: x | y\nz' }),
    row(ran({ acked: 0 }, [])),
  ])
  assert.deepEqual(table.split('\n'), [
    '| piece | promise | tried | violations | seed | seconds |',
    '| --- | --- | --- | --- | --- | --- |',
    '| a | a holds | 12,345 acked, 2 kills | 0 | 7 | 1 |',
    '| a | a holds | 1 acked | 2 | 7 | 1 |',
    '| a | a holds | skipped: missing: x / y z | – | 7 | 1 |',
    '| a | a holds | 0 acked | 1 | 7 | 1 |',
  ])
})

test('a violation in one piece makes the whole red, and the others are tried all the same', async () => {
  const good = ran({ acked: 1 }, [])
  assert.equal((await proofOf({ a: good, b: good })).isGood, true)
  const bad = await proofOf({ a: ran({ acked: 1 }, ['acked 5 is lost']), b: good })
  assert.equal(bad.isGood, false)
  assert.deepEqual(bad.tried, ['a', 'b'])
  assert.match(bad.text, /VIOLATION: a: acked 5 is lost/)
  assert.match(bad.text, /2 of 2 pieces ran in 0 s, seed 7: 1 violations/)
})

test('what tried nothing is red; what was skipped is said, and is not', async () => {
  const nothing = await proofOf({ a: ran({ acked: 0, kills: 3 }, []) })
  assert.equal(nothing.isGood, false)
  assert.match(nothing.text, /VIOLATION: a: nothing was tried/)
  const skipped = await proofOf({ a: { kind: 'skipped', why: 'missing: qemu' } })
  assert.equal(skipped.isGood, true)
  assert.match(skipped.text, /SKIPPED: a: missing: qemu/)
  assert.match(skipped.text, /0 of 1 pieces ran/)
})

test('a piece for which no time is left is red', async () => {
  const good = ran({ acked: 1 }, [])
  const late = await proofOf({ a: good, b: good }, 900_000)
  assert.deepEqual(late.tried, ['a'])
  assert.equal(late.isGood, false)
  assert.match(late.text, /VIOLATION: b: b was not begun/)
})

test('a process that finds something, is late or is stopped says so', async () => {
  const { signal } = new AbortController()
  const unknown = await runPiece({ name: 'nobody' }, { seed: 1, msMax: 60_000, signal })
  assert.deepEqual(unknown, ran({}, ['there is no piece nobody']))
  const [first] = pieces
  assert.ok(first !== undefined)
  const late = await runPiece(first, { seed: 1, msMax: 1, signal })
  assert.deepEqual(late, ran({}, [`${first.name} did not end within 0 s`]))
  const stopped = await runPiece(first, { seed: 1, msMax: 60_000, signal: AbortSignal.abort() })
  assert.deepEqual(stopped, ran({}, [`${first.name} was stopped`]))
})

test('pieces have names of their own, which a list with commas can hold', () => {
  assert.ok(pieces.every(({ name }) => !name.includes(',')))
  assert.equal(new Set(pieces.map(({ name }) => name)).size, pieces.length)
})
