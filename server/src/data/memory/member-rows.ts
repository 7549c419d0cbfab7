import type { AccountId, ConversationId, Seq } from '../model.ts'
import { sees } from '../rules/intervals.ts'
import type { MemberRow, ReadersPage, ReadRange } from '../rules/tables.ts'
import { MemoryItems } from './memory-items.ts'

/** What groups ask of the members of one conversation. */
export abstract class MemberRows extends MemoryItems {
  /** In it now or formerly. */
  protected abstract rowsOf(conversation: ConversationId): MemberRow[]

  memberPage(conversation: ConversationId, after: AccountId, limit: number): MemberRow[] {
    return this.#inNow(conversation)
      .filter((row) => row.account > after)
      .slice(0, limit)
  }

  readCounts(range: ReadRange): { read: number; all: number } {
    const rows = this.#whenItCame(range)
    return { read: rows.filter((row) => row.read >= range.seq).length, all: rows.length }
  }

  readersPage(range: ReadRange & ReadersPage): AccountId[] {
    const { seq, unread, after, limit } = range
    return this.#whenItCame(range)
      .filter((row) => row.read >= seq !== unread && row.account > after)
      .slice(0, limit)
      .map((row) => row.account)
  }

  membersAt(conversation: ConversationId, seq: Seq): AccountId[] {
    return this.rowsOf(conversation)
      .filter((row) => sees(row, seq))
      .map((row) => row.account)
  }

  /** Ascending. */
  #inNow(conversation: ConversationId): MemberRow[] {
    return this.rowsOf(conversation)
      .filter((row) => row.toSeq === 0)
      .toSorted((a, b) => a.account - b.account)
  }

  #whenItCame({ conversation, seq, except }: ReadRange): MemberRow[] {
    return this.#inNow(conversation).filter((row) => row.fromSeq <= seq && row.account !== except)
  }
}
