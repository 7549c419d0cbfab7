import { callPatiently } from '../session/sdk.ts'
import { askOnce } from '../session/ask-once.ts'
import { findAccount, patience } from '../session/find-account.ts'
import { findGroup, type GroupFound } from '../session/find-target.ts'
import { HandleBook } from '../session/handle-book.ts'
import type { OpenSession } from '../session/open-session.ts'
import type { CommandName, ReplyRead, RequestInit } from '@parley/protocol'
import type { Invocation } from '../command-line/invocation.ts'
import { accountsOfGroup, groupJson, groupText } from '../output/group-line.ts'

/** One call of `parley group`, logged in. */
export class GroupContext {
  readonly invocation: Invocation
  readonly book: HandleBook
  readonly #open: OpenSession
  readonly #options: { timeoutMs: number; signal: AbortSignal }

  constructor(invocation: Invocation, open: OpenSession, timeoutMs: number) {
    this.invocation = invocation
    this.book = new HandleBook(open.session)
    this.#open = open
    this.#options = { timeoutMs, signal: invocation.stop }
  }

  get session() {
    return this.#open.session
  }

  get options() {
    return this.#options
  }

  ask<N extends CommandName>(name: N, request: RequestInit<N>): Promise<ReplyRead<N>> {
    return callPatiently(patience(this.session), name, request, this.#options)
  }

  askOnce<N extends CommandName>(
    name: N,
    request: Omit<RequestInit<N>, 'requestKey'>,
  ): Promise<ReplyRead<N>> {
    return askOnce(this.session, name, request, this.#options)
  }

  find(group: string): Promise<GroupFound> {
    return findGroup(this.session, group, this.#options)
  }

  /** Accounts of handles with commas between. @throws IMError NOT_FOUND */
  async accounts(handles: string): Promise<number[]> {
    const accounts: number[] = []
    for (const handle of handles.split(',').map((one) => one.trim())) {
      if (handle === '') continue
      const found = await findAccount(this.session, handle, this.#options)
      this.book.learn(found.account, found.handle)
      accounts.push(found.account)
    }
    return accounts
  }

  async handles(accounts: Iterable<number>): Promise<(account: number) => string> {
    await this.book.need(accounts, this.#options)
    return (account) => this.book.of(account)
  }

  /** Prints a group as it stands now. */
  async show(conversation: number): Promise<void> {
    const reply = await this.ask('getConversation', { target: { conversation }, entries: 0 })
    if (reply.conversation) await this.print(reply.conversation)
  }

  async print(found: GroupFound): Promise<void> {
    const { output } = this.invocation
    const json = groupJson(found, await this.handles(accountsOfGroup(found)))
    await output.result(json, () => groupText(output, json))
  }
}
