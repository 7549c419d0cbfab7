import type { Conversation, Deed, Facts, Notice } from './facts.ts'
import type { Findings } from './findings.ts'
import type { Name } from './history.ts'

/** R10: who comes and goes, and what it sees and says. */
export function judgeGroup(facts: Facts, conversation: Conversation, findings: Findings): void {
  if (conversation.borders.size > 0) {
    judgeSeen(conversation, findings)
    judgeSenders(conversation, findings)
    judgeLists(conversation, findings)
  }
  judgeNotices(facts, conversation, findings)
}

function judgeSeen(conversation: Conversation, findings: Findings): void {
  for (const [verb, ranges] of [
    ['saw', conversation.seenBy],
    ['was told', conversation.told],
  ] as const)
    for (const [account, { list }] of ranges) {
      const intervals = conversation.borders.has(account) ? conversation.intervals(account) : []
      for (const { from, to } of list) {
        const inside = intervals.some((interval) => interval.from <= from && to <= interval.to)
        if (!inside)
          findings.add('membership', `${account} ${verb} ${from}-${to} of ${conversation.name}`)
      }
    }
}

function judgeSenders(conversation: Conversation, findings: Findings): void {
  for (const [seq, send] of conversation.log.entries()) {
    if (send?.sender === undefined || send.act === 'burn') continue
    const isIn = conversation.borders.has(send.sender) && conversation.sees(send.sender, seq)
    if (!isIn)
      findings.add('membership', `${send.sender} said ${conversation.name}/${seq} from outside`)
  }
}

/** Who the server says is in it at the end. */
function judgeLists(conversation: Conversation, findings: Findings): void {
  const expected = [...conversation.borders.keys()]
    .filter((account) => conversation.intervals(account).at(-1)?.to === Number.MAX_SAFE_INTEGER)
    .map(String)
    .toSorted()
    .join()
  for (const { device, accounts } of conversation.memberLists) {
    const listed = accounts.map(String).toSorted().join()
    if (listed === expected) continue
    const where = `${conversation.name} on ${device}`
    findings.add('membership', `${where} lists ${listed}; the log says ${expected}`)
  }
}

/** Every notice is the trace of a deed of its own; a deed that was done left its trace. */
function judgeNotices(facts: Facts, conversation: Conversation, findings: Findings): void {
  const open = [...facts.deeds.values()].filter(
    (deed) => deed.conversation === conversation.name || deed.conversation === 0,
  )
  const used = new Set<Deed>()
  for (const notice of [...conversation.notices.values()].toSorted((a, b) => a.seq - b.seq)) {
    const found = open.filter(
      (deed) => !used.has(deed) && deed.code !== undefined && fits(deed, notice),
    )
    const deed =
      found.find(({ code }) => code === '') ??
      open.find((one) => !used.has(one) && one.code === undefined && fits(one, notice)) ??
      found[0]
    const where = `${conversation.name}/${notice.seq} (${notice.what} by ${notice.by})`
    if (deed === undefined) findings.add('phantom', `${where} was never done`)
    else if (deed.code !== undefined && deed.code !== '')
      findings.add('phantom', `${where} was refused (${deed.code})`)
    if (deed !== undefined) used.add(deed)
  }
  for (const deed of open) {
    const isTraced = deed.conversation !== 0 && deed.code === '' && leavesTrace(deed)
    if (!isTraced || used.has(deed)) continue
    findings.add('lost', `${deed.what} by ${deed.account} in ${deed.conversation} left no trace`)
  }
}

/** NOTE what is so already leaves none: only leaving and new words never are. A text is a kind, a colon, and words. */
const leavesTrace = ({ what, text }: Deed): boolean =>
  what === 'left' || (text !== '' && !text.endsWith(':'))

function fits(deed: Deed, { what, by, text, accounts }: Notice): boolean {
  return (
    deed.what === what &&
    deed.account === by &&
    deed.text === text &&
    accounts.every((account) => deed.accounts.includes(account))
  )
}

/** R10.f: from the commit of a block on, nothing that the blocked one sends first is taken. */
export function judgeBlocks(facts: Facts, findings: Findings): void {
  const blocks = new Map<string, Deed[]>()
  for (const deed of facts.deeds.values()) {
    if (deed.what !== 'block' && deed.what !== 'unblock') continue
    const key = pairKey(deed.account, deed.accounts[0])
    const list = blocks.get(key)
    if (list === undefined) blocks.set(key, [deed])
    else list.push(deed)
  }
  if (blocks.size === 0) return
  for (const send of facts.sends.values()) {
    if (send.device === undefined || send.to === undefined || send.outcome !== 'ok') continue
    if (send.act === 'recall' || send.at === 0) continue
    const deeds = blocks.get(pairKey(send.to, facts.accountOf.get(send.device))) ?? []
    const block = deeds.find(
      ({ what, code, at, doneAt }) =>
        what === 'block' &&
        code === '' &&
        doneAt < send.at &&
        !deeds.some((one) => one.what === 'unblock' && one.at <= send.ackedAt && one.doneAt >= at),
    )
    if (block !== undefined)
      findings.add('membership', `${send.id} was taken although ${send.to} had blocked its sender`)
  }
}

const pairKey = (by: Name, of: Name | undefined): string => `${by} ${of}`
