import { attributeOf, inner, textOf } from './stanzas.ts'
import type { XmppClient } from './xmpp-client.ts'
import { addressOf } from './xmpp.ts'

const spaces = { archive: 'urn:xmpp:mam:2', paging: 'http://jabber.org/protocol/rsm' } as const
const pageMax = 250

export interface ArchiveQuery {
  /** The address of a room; our own archive unless said. */
  of?: string
  /** The name of a partner; all unless said. */
  partner?: string
  /** What the archive calls the last message that is known; from the beginning unless said. */
  after?: string | undefined
}

/**
 * What an archive (XEP-0313) holds, oldest first, page by page (XEP-0059).
 * @returns what it calls the last message; `after` when nothing came since; undefined when it is empty.
 */
export async function readArchive(
  client: XmppClient,
  query: ArchiveQuery,
  take: (body: string) => void,
): Promise<string | undefined> {
  for (let { after } = query; ;) {
    const end = await page(
      client,
      query,
      after === undefined ? '' : `<after>${after}</after>`,
      take,
    )
    const last = textOf(end, 'last')
    after = last ?? after
    if (last === undefined || attributeOf(inner(end, 'fin'), 'complete') === 'true') return after
  }
}

/** What our own archive calls its newest message; undefined when it is empty. */
export async function newestArchived(client: XmppClient): Promise<string | undefined> {
  return textOf(await page(client, {}, '<before/>', () => {}, 1), 'last')
}

function page(
  client: XmppClient,
  { of, partner }: ArchiveQuery,
  place: string,
  take: (body: string) => void,
  max = pageMax,
): Promise<string> {
  const field = (name: string, value: string) =>
    `<field var='${name}'><value>${value}</value></field>`
  const kind = field('FORM_TYPE', spaces.archive)
  const only = partner === undefined ? '' : field('with', addressOf(partner))
  const form = `<x xmlns='jabber:x:data' type='submit'>${kind}${only}</x>`
  const set = `<set xmlns='${spaces.paging}'><max>${max}</max>${place}</set>`
  return client.ask({
    type: 'set',
    ...(of === undefined ? {} : { to: of }),
    payload: (id) => `<query xmlns='${spaces.archive}' queryid='${id}'>${form}${set}</query>`,
    result: (stanza) => take(textOf(stanza, 'body') ?? ''),
  })
}
