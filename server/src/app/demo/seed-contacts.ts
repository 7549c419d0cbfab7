import type { ContactAct } from '../../data/contact-store.ts'
import type { Store } from '../../data/store.ts'
import { demoContacts, demoNotes, demoRequests } from './demo-contacts.ts'
import { mintAt, type Ids } from './seed-lines.ts'

const minuteMs = 60_000
const hourMs = 60 * minuteMs
const limits = {
  requestsPerDay: 100,
  requestsPerTarget: 10,
  requestWindowMs: hourMs,
  requestLifeMs: 7 * 24 * hourMs,
  contactsMax: 1_000,
  waitingMax: 100,
}

export async function seedContacts(store: Store, ids: Ids, nowMs: number): Promise<void> {
  const idOf = (handle: string) => ids.get(handle) ?? 0
  let atMs = nowMs - 3 * hourMs
  const act = async (of: string, about: string, what: ContactAct) => {
    atMs += minuteMs
    const who = { account: idOf(of), other: idOf(about) }
    await store.contacts.act({ ...who, act: what, limits, requestKey: mintAt(atMs), nowMs: atMs })
  }
  for (const [one, other] of demoContacts) {
    await act(one, other, { do: 'request', greeting: '' })
    await act(other, one, { do: 'accept' })
  }
  for (const [from, to, greeting] of demoRequests) await act(from, to, { do: 'request', greeting })
  for (const { of, about, remark, tags } of demoNotes) {
    const who = { account: idOf(of), other: idOf(about) }
    await store.contacts.set({ ...who, remark, tags, requestKey: mintAt(atMs), nowMs: atMs })
  }
}
