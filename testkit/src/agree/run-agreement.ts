// @ts-expect-error generated without types: those of parley.d.ts hold
import * as compact from '../../../protocol/gen/compact.js'
import { wire } from '@parley/protocol'
import { MessageMaker } from '../hostile/message-maker.ts'
import { Mutator } from '../hostile/mutator.ts'
import { readSchema } from '../hostile/proto-schema.ts'
import { quirksOf } from '../hostile/quirks.ts'
import { SeededRandom } from '../world/seeded-random.ts'
import { SecondProtobuf, type Sample } from './second-protobuf.ts'

interface Codec {
  encode(message: object): { finish(): Uint8Array }
  decode(bytes: Uint8Array): object
}

const ours = {
  generated: wire as unknown as Readonly<Record<string, Codec>>,
  small: compact as Readonly<Record<string, Codec>>,
}
type Ours = keyof typeof ours
const codecNames = Object.keys(ours) as Ours[]
const schema = readSchema()
const names = [...schema.keys()]
const batchSize = 2_000
const shownMax = 40
const honestShare = 0.4

export interface Agreement {
  frames: number
  /** Read by all, refused by all. */
  read: number
  refused: number
  /** Refused by one alone, where that is known: see quirks.ts. */
  lenient: number
  disagreements: string[]
}

/**
 * Gives the same bytes to Google's library and to both of ours. They must read the same or refuse; what one writes the
 * others must read as the same again.
 */
export async function runAgreement(input: {
  frames: number
  seed: string
  progress?(agreement: Agreement): void
}): Promise<Agreement> {
  await using second = new SecondProtobuf(names)
  const sum: Agreement = { frames: 0, read: 0, refused: 0, lenient: 0, disagreements: [] }
  for (let batch = 0; sum.frames < input.frames; batch += 1) {
    const random = new SeededRandom(`${input.seed}/${batch}`)
    const samples = samplesOf(random, Math.min(batchSize, input.frames - sum.frames))
    const theirs = await second.read(samples)
    const back: { sample: Sample; codec: Ours; from: Uint8Array }[] = []
    samples.forEach((sample, index) => {
      const name = names[sample.message] ?? ''
      const written = theirs[index]
      sum.frames += 1
      if (written === undefined) sum.refused += 1
      else sum.read += 1
      for (const codec of codecNames) {
        const wrote = rewritten(ours[codec][name], sample.bytes)
        const verdict = compare(ours[codec][name], { wrote, written, sample, codec })
        if (verdict === 'lenient') sum.lenient += 1
        else if (verdict !== undefined) tell(sum, `${codec} ${name}: ${verdict}`, sample.bytes)
        if (wrote !== undefined && verdict === undefined)
          back.push({
            sample: { message: sample.message, bytes: wrote },
            codec,
            from: sample.bytes,
          })
      }
    })
    const again = await second.read(back.map(({ sample }) => sample))
    back.forEach(({ sample, codec, from }, index) => {
      const { bytes } = sample
      if (same(again[index], bytes) || isImprecise(ours[codec][names[sample.message] ?? ''], from))
        return
      tell(sum, `${codec} ${names[sample.message]}: what it wrote is read as something else`, bytes)
    })
    input.progress?.(sum)
  }
  return sum
}

/** Valid ones in every form, and mutated ones. */
function samplesOf(random: SeededRandom, count: number): Sample[] {
  const maker = new MessageMaker(random, schema, { odd: 0.25, unknown: 0.3 })
  const mutator = new Mutator(random)
  const good = names.flatMap((name, message) =>
    Array.from({ length: 4 }, () => ({ message, bytes: maker.make(name) })),
  )
  const bytesOfAll = good.map(({ bytes }) => bytes)
  return Array.from({ length: count }, () => {
    const { message, bytes } = random.pick(good)
    if (random.chance(honestShare)) return { message, bytes: maker.make(names[message] ?? '') }
    return { message, bytes: mutator.mutate(bytes, bytesOfAll) }
  })
}

interface Compared {
  wrote: Uint8Array | undefined
  written: Uint8Array | undefined
  sample: Sample
  codec: Ours
}

/** @returns undefined where they agree. */
function compare(codec: Codec | undefined, compared: Compared): string | undefined {
  const { wrote, written, sample } = compared
  if (wrote === undefined && written === undefined) return undefined
  const quirks = () => quirksOf(schema, names[sample.message] ?? '', sample.bytes)
  const isGenerated = compared.codec === 'generated'
  if (wrote === undefined || written === undefined) {
    const { wideKey, deepGroup, endlessNumber } = quirks()
    if (wrote === undefined) return wideKey ? 'lenient' : 'only the second reads it'
    return deepGroup || (isGenerated && endlessNumber) ? 'lenient' : 'only we read it'
  }
  // NOTE numbers beyond 2^53 lose their low bits here, which no id, seq or time of the protocol has.
  if (same(wrote, written) || same(rewritten(codec, written), wrote)) return undefined
  if (isGenerated && quirks().wideNumber) return 'lenient'
  return `not the same: ${hex(wrote)} and ${hex(written)}`
}

function rewritten(codec: Codec | undefined, bytes: Uint8Array): Uint8Array | undefined {
  if (codec === undefined) throw new Error('no codec')
  let message: object
  try {
    message = codec.decode(bytes)
  } catch {
    return undefined
  }
  return codec.encode(message).finish()
}

/** Whether it holds a number that is not exact. */
function isImprecise(codec: Codec | undefined, bytes: Uint8Array): boolean {
  const look = (value: unknown): boolean => {
    if (typeof value === 'number') return !Number.isSafeInteger(value)
    if (value instanceof Uint8Array || typeof value !== 'object' || value === null) return false
    return Object.values(value).some(look)
  }
  return codec !== undefined && look(codec.decode(bytes))
}

function same(a: Uint8Array | undefined, b: Uint8Array | undefined): boolean {
  return a !== undefined && b !== undefined && Buffer.compare(a, b) === 0
}

function tell(sum: Agreement, what: string, bytes: Uint8Array): void {
  if (sum.disagreements.length < shownMax) sum.disagreements.push(`${what} (of ${hex(bytes)})`)
}

const hex = (bytes: Uint8Array): string => Buffer.from(bytes.subarray(0, 200)).toString('hex')
