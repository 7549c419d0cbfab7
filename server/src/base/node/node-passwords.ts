import { argon2, randomFillSync, timingSafeEqual, type Argon2Parameters } from 'node:crypto'
import type { Passwords } from '../crypto.ts'
import { Gate } from '../gate.ts'

/** OWASP's smallest recommended setting for argon2id: 19 MiB, two passes, one lane. */
const memoryKibibytes = 19_456
const passes = 2
const saltBytes = 16
const tagBytes = 32
/** What a stored hash may ask of us: a foreign one must not take the machine. */
const memoryKibibytesMax = 65_536
const passesMax = 10

const runningMaxDefault = 2
const queuedMaxDefault = 64

export interface NodePasswordsOptions {
  runningMax?: number
  queuedMax?: number
}

interface Phc {
  memory: number
  passes: number
  parallelism: number
  salt: Buffer
  tag: Buffer
}

/** argon2id on Node's thread pool: at most `runningMax` at once, at most `queuedMax` wait. */
export function createNodePasswords(options: NodePasswordsOptions = {}): Passwords {
  const gate = new Gate(
    options.runningMax ?? runningMaxDefault,
    options.queuedMax ?? queuedMaxDefault,
  )
  const nobody: Phc = {
    memory: memoryKibibytes,
    passes,
    parallelism: 1,
    salt: Buffer.alloc(saltBytes),
    tag: Buffer.alloc(tagBytes),
  }
  return {
    hash: (password) =>
      gate.run(async () => {
        const salt = randomFillSync(Buffer.alloc(saltBytes))
        const phc = { memory: memoryKibibytes, passes, parallelism: 1, salt, tag: nobody.tag }
        return writePhc({ ...phc, tag: await derive(password, phc) })
      }),
    verify: (password, text) =>
      gate.run(async () => {
        const known = text === undefined ? undefined : readPhc(text)
        const phc = known ?? nobody
        const same = timingSafeEqual(await derive(password, phc), phc.tag)
        return known !== undefined && same
      }),
  }
}

function derive(password: string, phc: Phc): Promise<Buffer> {
  const parameters: Argon2Parameters = {
    message: password,
    nonce: phc.salt,
    parallelism: phc.parallelism,
    tagLength: phc.tag.length,
    memory: phc.memory,
    passes: phc.passes,
  }
  return new Promise((resolve, reject) => {
    argon2('argon2id', parameters, (fault, tag) => (fault === null ? resolve(tag) : reject(fault)))
  })
}

function writePhc(phc: Phc): string {
  const numbers = `m=${phc.memory},t=${phc.passes},p=${phc.parallelism}`
  return `$argon2id$v=19$${numbers}$${unpadded(phc.salt)}$${unpadded(phc.tag)}`
}

/** @returns undefined for what is no argon2id hash within our bounds. */
function readPhc(text: string): Phc | undefined {
  const pattern = /^\$argon2id\$v=19\$m=(\d{1,9}),t=(\d{1,4}),p=(\d{1,3})\$([\w+/-]+)\$([\w+/-]+)$/
  const found = pattern.exec(text)
  if (found === null) return undefined
  const [, memory = '', times = '', lanes = '', salt = '', tag = ''] = found
  const phc = {
    memory: Number(memory),
    passes: Number(times),
    parallelism: Number(lanes),
    salt: Buffer.from(salt, 'base64'),
    tag: Buffer.from(tag, 'base64'),
  }
  const fits =
    phc.memory >= 8 * phc.parallelism &&
    phc.memory <= memoryKibibytesMax &&
    phc.passes >= 1 &&
    phc.passes <= passesMax &&
    phc.parallelism >= 1 &&
    phc.salt.length >= 8 &&
    phc.tag.length >= 16
  return fits ? phc : undefined
}

function unpadded(bytes: Buffer): string {
  return bytes.toString('base64').replaceAll('=', '')
}
