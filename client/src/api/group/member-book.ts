import { groupPageMax } from '@parley/protocol'
import * as wire from '@parley/protocol/wire'
import type { FeatureAccess } from '../feature-access.ts'
import type { AccountId, ConversationId } from '../../base/model.ts'
import type { Message } from '../../sync/message.ts'
import { noticeOf } from '../../sync/group-facts.ts'
import { memberOf } from './read-group.ts'
import type { GroupMember } from './types.ts'

/** Members kept in mind of one group; beyond it the ones learned first are forgotten. */
const membersMax = 5_000

/** Members of groups by account, asked for when first looked at, many at once: for their names beside messages. */
export class MemberBook {
  readonly #access: FeatureAccess<'listMembers'>
  readonly #changed: (group: ConversationId) => void
  readonly #known = new Map<ConversationId, Map<AccountId, GroupMember>>()
  readonly #asked = new Map<ConversationId, Set<AccountId>>()
  readonly #asking = new Set<ConversationId>()
  readonly #heard = new Set<ConversationId>()

  constructor(access: FeatureAccess<'listMembers'>, changed: (group: ConversationId) => void) {
    this.#access = access
    this.#changed = changed
  }

  look(group: ConversationId, account: AccountId): GroupMember | undefined {
    const known = this.#known.get(group)?.get(account)
    if (known !== undefined || account === 0) return known
    const asked = this.#asked.get(group) ?? new Set()
    this.#asked.set(group, asked.add(account))
    if (!this.#asking.has(group)) queueMicrotask(() => void this.#ask(group))
    return undefined
  }

  learn(group: ConversationId, members: readonly GroupMember[]): void {
    this.#hear(group)
    const known = this.#known.get(group) ?? new Map<AccountId, GroupMember>()
    this.#known.set(group, known)
    for (const member of members) {
      known.delete(member.account)
      known.set(member.account, member)
    }
    for (const account of known.keys()) {
      if (known.size <= membersMax) break
      known.delete(account)
    }
  }

  async #ask(group: ConversationId): Promise<void> {
    const asked = this.#asked.get(group)
    if (asked === undefined || this.#asking.has(group)) return
    this.#asking.add(group)
    try {
      while (asked.size > 0) {
        const accounts = [...asked].slice(0, groupPageMax)
        const request = { target: { conversation: group }, accounts }
        const { members } = await this.#access.ask('listMembers', request)
        const found = new Map(members.map(memberOf).map((member) => [member.account, member]))
        // NOTE one who is gone is known too: as a member without a role.
        this.learn(
          group,
          accounts.map((account) => found.get(account) ?? memberOf({ account })),
        )
        for (const account of accounts) asked.delete(account)
        this.#changed(group)
      }
    } catch {
      // NOTE asked again when next looked at.
      asked.clear()
    } finally {
      this.#asking.delete(group)
    }
  }

  /** What the log says of a member goes into the book. */
  #hear(group: ConversationId): void {
    if (this.#heard.has(group)) return
    const state = this.#access.engine.registry.byId(group)
    if (state === undefined) return
    this.#heard.add(group)
    state.events.on('messageReceived', (message) => this.#take(group, message))
  }

  #take(group: ConversationId, message: Message): void {
    const notice = noticeOf(message)
    const known = this.#known.get(group)
    if (notice === undefined || known === undefined) return
    const { type, text } = notice
    if (type === wire.NoticeType.NOTICE_TYPE_NICKNAME_CHANGED) {
      for (const account of notice.accounts) {
        const member = known.get(account)
        if (member !== undefined) known.set(account, { ...member, nickname: text })
      }
    } else for (const account of notice.accounts) known.delete(account)
    this.#changed(group)
  }
}
