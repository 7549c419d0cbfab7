import type { AccountId, IM } from '@parley/client'
import { changeContacts } from './contact-acts.ts'
import { goOnWithUploads, useFiles } from './file-acts.ts'
import { changeGroups, chooseGroup, createGroup } from './group-acts.ts'
import { sayLater } from './later-acts.ts'
import { deleteForSelf, keepForSelf } from './own-acts.ts'
import type { SeededRandom } from './seeded-random.ts'
import { quietly, type Hands, type PersonDeps, type Place } from './place.ts'
import { showPresence } from './presence-acts.ts'
import {
  argue,
  editSomething,
  pinSomething,
  reactToSomething,
  recallSomething,
  saySomething,
  slip,
  type TalkPlace,
} from './talk-acts.ts'

type Act = (place: Place) => void

const acts: Readonly<Record<string, readonly [weight: number, act: Act]>> = {
  say: [36, (place) => saySomething(place)],
  burst: [4, (place) => times(4, () => saySomething(place))],
  reply: [5, (place) => saySomething(place, { isReply: true })],
  edit: [6, editSomething],
  recall: [4, recallSomething],
  slip: [1, slip],
  argue: [3, argue],
  burn: [4, (place) => saySomething(place, { burns: true })],
  react: [7, reactToSomething],
  pin: [3, pinSomething],
  read: [16, ({ conversation, recorder }) => recorder.read(conversation)],
  type: [5, ({ conversation }) => conversation.typing()],
  draft: [2, ({ conversation, word }) => conversation.setDraft(word())],
  look: [10, look],
  group: [9, changeGroups],
  contact: [6, changeContacts],
  own: [4, keepForSelf],
  delete: [2, deleteForSelf],
  later: [3, sayLater],
  presence: [2, showPresence],
  file: [2, useFiles],
}
export const actNames: readonly string[] = Object.keys(acts)
const weights = actNames.map((name) => [acts[name]?.[0] ?? 0, name] as const)
const inGroup = 0.35

/** Who uses a device: it does one thing after the other, as chance has it. */
export class Person {
  /** Accounts that this person writes to. */
  peers: readonly AccountId[] = []
  actions = 0
  readonly #deps: PersonDeps
  #words = 0

  constructor(deps: PersonDeps) {
    this.#deps = deps
  }

  act(im: IM, hands: Hands): void {
    this.actions += 1
    const { random } = this.#deps
    const place = this.#somewhere(im, hands, random)
    const name = random.weighted(weights)
    if (this.#deps.withoutActs.includes(name)) return
    try {
      acts[name]?.[1](place)
    } catch (fault) {
      this.#deps.note(`${this.#deps.name} cannot: ${String(fault)}`)
    }
  }

  /** One thing more with files, by chance of its own. */
  useFiles(im: IM, hands: Hands, random: SeededRandom): void {
    // NOTE before its first login a program does not know whose files they would be.
    if (this.#deps.withoutActs.includes('file') || im.me === undefined) return
    useFiles({ ...this.#somewhere(im, hands, random), random })
  }

  #somewhere(im: IM, hands: Hands, random: SeededRandom): Place {
    const group = random.chance(inGroup) ? chooseGroup(im, random) : undefined
    const peer = group === undefined ? random.pick(this.peers) : undefined
    const conversation = im.conversation(peer === undefined ? (group ?? 0) : { account: peer })
    this.#deps.recorder.watch(conversation)
    return this.#place(im, hands, { conversation, peer })
  }

  /** A program has started: with the files that its former run left half. */
  goOn(im: IM, hands: Hands): void {
    const [peer] = this.peers
    if (peer === undefined) return
    const conversation = im.conversation({ account: peer })
    this.#deps.recorder.watch(conversation)
    goOnWithUploads(this.#place(im, hands, { conversation, peer }))
  }

  #place(im: IM, hands: Hands, where: Pick<Place, 'conversation' | 'peer'>): Place {
    const { peers } = this
    return { ...this.#deps, ...hands, ...where, im, peers, word: () => this.word() }
  }

  /** Where there are no groups yet, some people make them. */
  beginGroup(im: IM): void {
    createGroup({ ...this.#deps, im, word: () => this.word() })
  }

  jot(im: IM): void {
    const { withoutActs } = this.#deps
    if (!withoutActs.includes('draft')) this.#withPeer(im).conversation.setDraft(this.word())
  }

  /** Something more, to somebody. */
  sayLast(im: IM): void {
    const place = this.#withPeer(im)
    place.recorder.watch(place.conversation)
    saySomething(place)
  }

  #withPeer(im: IM): TalkPlace {
    const peer = this.#deps.random.pick(this.peers)
    const conversation = im.conversation({ account: peer })
    return { ...this.#deps, im, conversation, peer, word: () => this.word() }
  }

  /** A word that nobody has said yet. */
  word(): string {
    return `${this.#deps.name}.${(this.#words += 1)}`
  }
}

function look(place: Place): void {
  const { conversation, random, recorder } = place
  if (conversation.id === 0) return saySomething(place)
  const { headSeq } = conversation.summary.getSnapshot()
  const at = 1 + random.below(Math.max(1, headSeq))
  const limit = 5 + random.below(30)
  const looks: readonly (readonly [number, () => Promise<unknown>])[] = [
    [4, () => conversation.older({ limit })],
    [3, () => conversation.openAt(at)],
    [4, () => conversation.openLatest()],
    [3, () => recorder.history(conversation, { from: at, limit })],
    [2, () => recorder.history(conversation, { backward: true, limit })],
  ]
  quietly(random.weighted(looks)())
}

function times(count: number, act: () => void): void {
  for (let done = 0; done < count; done += 1) act()
}
