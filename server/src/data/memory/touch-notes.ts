import type { ConversationId, Stamp } from '../model.ts'
import type { ConversationRow, MemberRow } from '../rules/tables.ts'
import type { Touches } from '../rules/touches.ts'

/** Gathers what a commit notes its number on. */
export class TouchNotes {
  readonly #stamp: Stamp
  readonly #conversations = new Map<ConversationId, ConversationRow>()
  readonly #members = new Map<string, MemberRow>()

  constructor(stamp: Stamp) {
    this.#stamp = stamp
  }

  conversation(row: ConversationRow): void {
    if (row.touched === this.#stamp) this.#conversations.set(row.id, row)
  }

  member(row: MemberRow): void {
    if (row.touched === this.#stamp) this.#members.set(`${row.conversation} ${row.account}`, row)
  }

  touches(rowOf: (conversation: ConversationId) => ConversationRow | undefined): Touches {
    const members = [...this.#members.values()].map(({ conversation, account, toSeq }) => {
      const isDirect = (rowOf(conversation)?.low ?? 0) > 0
      return { conversation, account, isInGroup: isDirect ? undefined : toSeq === 0 }
    })
    return { stamp: this.#stamp, conversations: [...this.#conversations.values()], members }
  }
}
