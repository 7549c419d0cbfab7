import type { Line, Name, SeenEntry } from '../checker/history.ts'

export interface Told {
  atMs: number
  what: Line | string
}

/** Lines that a story has at most: what happened last is what it is about. */
export const storyLinesMax = 120

/**
 * What happened in a world, in sentences and in order of virtual time: the faults, and whatever concerns the
 * conversations and devices that the problem names (all, where it names none).
 */
export function storyOf(told: readonly Told[], problem: string): string[] {
  const names = new Names()
  const sentences: string[] = []
  const conversations = new Set(problem.match(/\b\d{12,}\b/g) ?? [])
  const devices = new Set(problem.match(/\bd\d+\b/g) ?? [])
  let deviceNow = ''
  for (const { atMs, what } of told) {
    const isNear =
      typeof what === 'string'
        ? isFault(what) || devices.size === 0 || devices.has(what.split(' ')[0] ?? '')
        : concerns(what, conversations, devices)
    const text = typeof what === 'string' ? what : sentenceOf(what)
    if (text === '' || !isNear) continue
    const line = `${(atMs / 1_000).toFixed(3).padStart(9)} s  ${text}`
    if (line === deviceNow) continue
    deviceNow = line
    sentences.push(line)
  }
  return sentences.slice(-storyLinesMax).map((sentence) => names.shorten(sentence))
}

const isFault = (what: string): boolean => /^(fault|server|store)/.test(what)

function concerns(
  line: Line,
  conversations: ReadonlySet<string>,
  devices: ReadonlySet<string>,
): boolean {
  if (line.event === 'device' || line.event === 'quiet') return true
  const { conversation, device } = line as { conversation?: Name; device?: Name }
  if (conversation !== undefined && conversation !== 0)
    return conversations.size === 0 || conversations.has(String(conversation))
  return devices.size === 0 || devices.has(String(device))
}

/** Empty: nothing to tell. */
function sentenceOf(line: Line): string {
  switch (line.event) {
    case 'device':
      return `${line.device} belongs to ${line.account}.`
    case 'send': {
      const where = line.conversation === undefined ? `to ${line.to}` : `in ${line.conversation}`
      if (line.act === undefined) return `${line.device} says ${word(line.digest)} ${where}.`
      return `${line.device} sends a ${line.act} ${word(line.digest)} of ${line.ref} ${where}.`
    }
    case 'ok':
      return `${line.device} hears that its send is stored as ${line.conversation}/${line.seq}.`
    case 'fail':
      return `${line.device} hears that its send is refused: ${line.code}.`
    case 'unknown':
      return `${line.device} gives a send up; whether it is stored is not known.`
    case 'shown': {
      const where = line.place === 'start' ? 'on top' : 'below'
      return `${line.device} shows ${where} in ${line.conversation}: ${seen(line.entries)}.`
    }
    case 'changed':
      return `${line.device} shows changed in ${line.conversation}: ${seen(line.entries)}.`
    case 'nothing':
      return `${line.device} holds that ${line.from} to ${line.to} of ${line.conversation} are nothing to it.`
    case 'kept':
      return `${line.device} lets go of all but ${line.from} to ${line.to} of ${line.conversation}.`
    case 'reset':
      return `${line.device} drops what it shows of ${line.conversation}.`
    case 'restart':
      return `${line.device}'s program ends${line.kept ? ' in good order' : ''}.`
    case 'pull':
      return `${line.device} reads ${line.from} to ${line.to} of ${line.conversation}, whose head is ${line.head}: ${seen(line.entries)}.`
    case 'read':
    case 'delivered':
      return `${line.device} shows ${line.conversation} ${line.event} up to ${line.seq} by ${line.account}.`
    case 'unread':
      return `${line.device} shows ${line.unread} unread in ${line.conversation}, read up to ${line.read} of ${line.head}.`
    case 'joined':
    case 'left':
      return `${line.account} has ${line.event} ${line.conversation} with entry ${line.seq}.`
    case 'open':
      return `From ${line.seq} on who joins ${line.conversation} sees ${line.open ? 'everything' : 'nothing'} before.`
    case 'notice':
      return (
        `${line.conversation}/${line.seq} tells: ${line.what} by ${line.by} ${line.accounts.join(' ')} ${line.text}`.trim() +
        '.'
      )
    case 'do':
      return (
        `${line.device} wants: ${line.what} ${line.accounts.join(' ')} ${line.text}`.trim() +
        ` (${line.key}).`
      )
    case 'done':
      return `${line.device} hears of ${line.key}: ${line.code === '' ? 'done' : line.code}.`
    case 'members':
      return `${line.device} is told who is in ${line.conversation}: ${line.accounts.join(' ')}.`
    case 'quiet':
      return 'Everything has come to rest.'
    default:
      return ''
  }
}

const word = (digest: string): string => digest.replace(/:\d+$/, '')

const entriesTold = 6

function seen(entries: readonly SeenEntry[]): string {
  const texts = entries.map(([seq, , , digest, changed = seq, state = '']) => {
    const as = changed === seq ? '' : ` as of ${changed}${state === '' ? '' : `, ${state}`}`
    return `${seq} ${word(digest) || '-'}${as}`
  })
  if (texts.length <= entriesTold) return texts.join('; ')
  return `${texts.slice(0, 2).join('; ')}; …; ${texts.slice(-entriesTold + 3).join('; ')}`
}

/** Ids of sixteen digits become names by the order in which they come. */
class Names {
  readonly #known = new Map<string, string>()

  shorten(text: string): string {
    return text.replaceAll(/\b\d{12,}\b/g, (id) => {
      const known = this.#known.get(id) ?? `#${this.#known.size + 1}`
      this.#known.set(id, known)
      return known
    })
  }
}
