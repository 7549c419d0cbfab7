import assert from 'node:assert/strict'
import { test } from 'node:test'
import { SeededRandom } from '../world/seeded-random.ts'
import { DiskFile, type PowerLoss } from './disk-file.ts'

type Change = { at: number; bytes: Uint8Array } | { size: number }
interface Pending {
  change: Change
  lost: boolean
}

const changed = (image: Uint8Array, change: Change): Uint8Array => {
  const isWrite = 'bytes' in change
  const end = isWrite ? Math.max(image.length, change.at + change.bytes.length) : change.size
  const made = new Uint8Array(end)
  made.set(image.subarray(0, end))
  if (isWrite) made.set(change.bytes, change.at)
  return made
}

/** The same as plainly as can be: two images, each made anew by every change. */
class PlainFile {
  seen = new Uint8Array(0)
  #disk = new Uint8Array(0)
  #pending: Pending[] = []

  change(change: Change): void {
    this.seen = changed(this.seen, change).slice()
    this.#pending.push({ change, lost: false })
  }

  sync(): void {
    this.#disk = this.#safe().slice()
    this.#pending = this.#pending.filter(({ lost }) => lost)
  }

  syncFailed(): void {
    for (const one of this.#pending) one.lost = true
  }

  drop(): void {
    this.seen = this.#disk
    this.#pending = []
  }

  #safe(): Uint8Array {
    const safe = this.#pending.filter(({ lost }) => !lost)
    return safe.reduce((image, { change }) => changed(image, change), this.#disk as Uint8Array)
  }
}

test('[R1] a file holds after writes, truncations, syncs and losses of power what a plain one does', () => {
  for (let seed = 1; seed <= 300; seed += 1) {
    const random = new SeededRandom(seed)
    const file = new DiskFile(1_024)
    const plain = new PlainFile()
    for (let step = 0; step < 60; step += 1) {
      const act = random.below(100)
      if (act < 55) {
        const at = random.below(6_000)
        const bytes = new Uint8Array(1 + random.below(3_000))
        random.fill(bytes)
        file.write(at, bytes)
        plain.change({ at, bytes })
      } else if (act < 70) {
        const size = random.below(7_000)
        file.truncate(size)
        plain.change({ size })
      } else if (act < 80) {
        file.sync()
        plain.sync()
      } else if (act < 88) {
        file.syncFailed()
        plain.syncFailed()
      } else {
        file.losePower('drop', random)
        plain.drop()
      }
      assert.equal(file.size, plain.seen.length, `seed ${seed}, step ${step}`)
      const read = file.read(0, file.size)
      assert.ok(Buffer.from(read).equals(plain.seen), `seed ${seed}, step ${step}`)
    }
  }
})

test('a truncation that was not synced gives back by a loss of power what it cut off', () => {
  for (const how of ['drop', 'tear'] satisfies PowerLoss[]) {
    const file = new DiskFile()
    file.write(0, new Uint8Array(5_000).fill(7))
    file.sync()
    file.truncate(10)
    file.syncFailed()
    file.losePower(how, new SeededRandom(1))
    assert.ok(Buffer.from(file.read(0, 9_000)).equals(Buffer.alloc(5_000, 7)), how)
  }
})
