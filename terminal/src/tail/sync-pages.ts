import { syncConversationsMax, type ReplyRead } from '@parley/protocol'
import { callPatiently } from '../session/sdk.ts'

const empty = new Uint8Array()

/** The pages of one sync. The last one carries the token for the next. */
export async function* syncPages(
  deps: Parameters<typeof callPatiently>[0],
  token: Uint8Array,
  timeoutMs: number,
): AsyncGenerator<ReplyRead<'sync'>, void, undefined> {
  let page: Uint8Array = empty
  do {
    const limits = { entriesPerConversation: 0, conversationsMax: syncConversationsMax }
    const reply = await callPatiently(deps, 'sync', { token, page, ...limits }, { timeoutMs })
    yield reply
    page = reply.nextPage.slice()
  } while (page.length > 0)
}
