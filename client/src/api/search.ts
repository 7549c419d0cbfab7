import { searchCommands } from '@parley/protocol'
import type { AccountId, ConversationId, Profile } from '../base/model.ts'
import type { IM } from './types.ts'
import { readProfile } from '../connection/profile.ts'
import { readEntry } from '../sync/log-entry.ts'
import { messageOf, type Message } from '../sync/message.ts'
import { featureAccess } from './feature-access.ts'

export interface MessageSearchInput {
  /** Words, the last one by its beginning; Chinese from two characters. Empty: all that the filters name, within a conversation. */
  text: string
  within?: ConversationId
  sender?: AccountId
  /** EntryKind. */
  kinds?: readonly number[]
  /** Not before, and before: server time. */
  fromMs?: number
  toMs?: number
  limit?: number
  /** `next` of the page before. */
  page?: Uint8Array
  signal?: AbortSignal
}

export interface FoundMessage {
  readonly conversation: ConversationId
  readonly message: Message
}

export interface MessageSearchPage {
  /** Newest first. `im.conversation(id).openAt(message.seq)` shows one among its neighbours. */
  readonly found: readonly FoundMessage[]
  /** Undefined: there is no more. */
  readonly next: Uint8Array | undefined
  /** The newest messages may be missing: ask again in a moment. */
  readonly behind: boolean
}

export interface FoundName {
  /** 0: a contact with whom there is no conversation yet. */
  readonly conversation: ConversationId
  /** Of a person. */
  readonly profile: Profile | undefined
  /** Of a group; else empty. */
  readonly groupName: string
  /** One's own name for it; empty: none. */
  readonly remark: string
}

/** Search over everything that this account may see, done by the server. */
export interface Search {
  /** @throws IMError BAD_REQUEST, TOO_LARGE, NOT_FOUND (within), RATE_LIMITED, OFFLINE */
  messages(input: MessageSearchInput): Promise<MessageSearchPage>
  /**
   * People and groups with whom there is a conversation, and contacts, by name, handle and own remark, best first; Chinese
   * ones by pinyin and first letters too.
   */
  names(input: {
    text: string
    limit?: number
    signal?: AbortSignal
  }): Promise<readonly FoundName[]>
}

export function searchOf(im: IM): Search {
  const { ask, engine } = featureAccess(im, searchCommands)
  return {
    async messages({ within, page, kinds, signal, ...rest }) {
      const request = {
        ...rest,
        within: within === undefined ? undefined : { conversation: within },
        kinds: kinds === undefined ? [] : [...kinds],
        page,
      }
      const reply = await ask('searchMessages', request, signal)
      for (const profile of reply.profiles) engine.profiles.take(profile)
      const me = engine.context.account()
      const found = reply.found.map(({ conversation, entry }) => {
        const id = conversation ?? 0
        const read = readEntry(entry ?? {})
        return { conversation: id, message: messageOf(read, me, `${id}/${read.seq}`) }
      })
      const next = reply.nextPage.length === 0 ? undefined : reply.nextPage.slice()
      return { found, next, behind: reply.behind }
    },
    async names({ text, limit = 0, signal }) {
      const { names } = await ask('searchNames', { text, limit }, signal)
      return names.map(({ conversation, profile, groupName, remark }) => ({
        conversation: conversation ?? 0,
        profile: profile ? engine.profiles.take(readProfile(profile)) : undefined,
        groupName: groupName ?? '',
        remark: remark ?? '',
      }))
    },
  }
}
