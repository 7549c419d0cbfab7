// What a marketplace's backend does: docs/integrate.md, run as a test. Node 20 or newer, nothing to install.
//   PARLEY_URL=http://127.0.0.1:5800 PARLEY_API_KEY=pk_… node marketplace.mjs
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { createServer } from 'node:http'

const { PARLEY_URL = 'http://127.0.0.1:5800', PARLEY_API_KEY = '' } = process.env

/** One call of the API. Refusals have a stable code. */
async function api(method, path, body, headers = {}) {
  const response = await fetch(`${PARLEY_URL}/api/v1${path}`, {
    method,
    headers: {
      authorization: `Bearer ${PARLEY_API_KEY}`,
      ...(body && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body && { body: JSON.stringify(body) }),
  })
  const reply = await response.json()
  if (!response.ok) throw new Error(`${reply.error.code}: ${reply.error.message}`)
  return reply
}

/** A key by which a repeated request is recognised. */
function uuidV7() {
  const bytes = randomBytes(16)
  bytes.writeUIntBE(Date.now(), 0, 6)
  bytes[6] = 0x70 | (bytes[6] & 0x0f)
  bytes[8] = 0x80 | (bytes[8] & 0x3f)
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}

/** Whether a webhook's request is from Parley, and not older than five minutes. */
function isGenuine(secret, header, body) {
  const [, time, mac] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(header ?? '') ?? []
  if (mac === undefined || Math.abs(Date.now() - Number(time)) > 300_000) return false
  const wanted = createHmac('sha256', Buffer.from(secret, 'hex')).update(`${time}.${body}`).digest()
  return timingSafeEqual(wanted, Buffer.from(mac, 'hex'))
}

// 1. Hear of every message. What comes twice has the same id, so a set of ids is enough to take each once.
let secret = ''
const seen = new Set()
let isHeard = () => {}
const heard = new Promise((resolve) => (isHeard = resolve))
const listener = createServer(async (request, response) => {
  const chunks = []
  for await (const chunk of request) chunks.push(chunk)
  const body = Buffer.concat(chunks).toString()
  if (!isGenuine(secret, request.headers['parley-signature'], body)) {
    response.writeHead(401).end()
    return
  }
  for (const { id, entry } of JSON.parse(body).events) {
    if (seen.has(id)) continue
    seen.add(id)
    const { kind, text, notice } = entry
    console.log(`webhook: ${id} ${kind} ${notice ? notice.type : `"${text}"`}`)
    if (text === 'See you on Friday') isHeard()
  }
  response.writeHead(204).end()
})
await new Promise((resolve) => listener.listen(0, '127.0.0.1', resolve))
const webhook = await api('POST', '/webhooks', {
  url: `http://127.0.0.1:${listener.address().port}/parley`,
})
secret = webhook.secret

// 2. Your users become accounts the first time they chat; keep the account's id beside your user.
const buyer = await api('POST', '/accounts', { handle: 'buyer-17', displayName: 'Mei' })
const helper = await api('POST', '/accounts', { handle: 'listing-helper', kind: 'bot' })

// 3. Your page's client signs in with tokens that your backend asks for: no password is ever typed.
const device = { deviceClass: 2, name: 'marketplace page' }
const tokens = await api('POST', `/accounts/${buyer.account}/tokens`, { device })
console.log(`tokens for ${tokens.handle}, device ${tokens.device}`)

// 4. A bot greets the buyer, and says what it is about.
const card = { type: 'listing', json: JSON.stringify({ id: 4711, price: '¥ 3,200' }) }
const sent = await api('POST', '/messages', {
  from: helper.account,
  to: { account: buyer.account },
  text: 'You asked about: sunny two-room flat, ¥ 3,200',
  card,
})
await api('POST', '/messages', {
  from: helper.account,
  to: { conversation: sent.conversation },
  text: 'Is it still available?',
})

// 5. The deal becomes a group of three. A time-out is no reason to worry: the same key again is the same group.
const seller = await api('POST', '/accounts', { handle: 'seller-9', displayName: 'Sam' })
const group = await api(
  'POST',
  '/groups',
  { owner: helper.account, name: 'Flat 12, viewing', members: [buyer.account] },
  { 'idempotency-key': uuidV7() },
)
await api('POST', `/groups/${group.group}/members`, { accounts: [seller.account] })
await api('PATCH', `/groups/${group.group}`, { announcement: 'Viewing on Friday at 6 pm' })
await api('POST', '/messages', {
  from: helper.account,
  to: { conversation: group.group },
  text: 'See you on Friday',
})
const { members } = await api('GET', `/groups/${group.group}/members`)
console.log(`group of ${members.length}: ${members.map(({ role }) => role).join(', ')}`)
await heard

// 6. Read it back, as the buyer sees it.
const { entries } = await api(
  'GET',
  `/accounts/${buyer.account}/conversations/${sent.conversation}/entries?limit=10`,
)
for (const { seq, kind, text } of entries) console.log(`${seq} ${kind} ${text}`)

await api('DELETE', `/webhooks/${webhook.webhook}`)
listener.close()
