import assert from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import type { Conversation } from '@parley/client/node'
import type { Page } from 'playwright-core'
import { desktop, phone, skip, world } from './browser-world.ts'
import { becomes, Person } from './person.ts'
import { terminal } from './terminal.ts'

const total = 300
const wheelPx = 300
/** Rows are measured as they come into view: so much may round up. */
const slackPx = 3

/** Some are longer, so that no row's height is known before it is seen. */
const textOf = (n: number) => `${n} ${'word '.repeat(n % 7 === 0 ? 60 : n % 5)}`.trim()

/** Frames, one after the other, of which all rows are still to be measured. */
const blankFramesMax = 2

/** So many frames in which the list is at rest and every row is measured. */
const settledFrames = 3

interface Jump {
  from: Record<string, number>
  to: Record<string, number>
}

/** What ann has written to bob. */
async function written(t: TestContext, tcp: string, count: number): Promise<Conversation> {
  const ann = await terminal(t, tcp, 'ann')
  await terminal(t, tcp, 'bob')
  const { account } = await ann.find('bob')
  const conversation = ann.conversation({ account })
  const sent = Array.from({ length: count }, (_, n) => conversation.send({ text: textOf(n + 1) }))
  await Promise.all(sent.map((message) => message.stored))
  return conversation
}

/**
 * Watches every frame: how far each visible row moved since the frame before. Content that moves up is a jump. A row that is
 * still to be measured is hidden by the list until the frame is painted, with its place and height unsettled: it is passed over.
 */
async function watchJumps(page: Page) {
  const jumps = await page.evaluateHandle(
    ({ slack, most, blankMax }) => {
      const found: Jump[] = []
      const scroller = document.querySelector('[data-history]')
      const places = () => {
        const { top, bottom } = scroller?.getBoundingClientRect() ?? { top: 0, bottom: 0 }
        const rows = [...(scroller?.querySelectorAll('[data-seq]') ?? [])]
          .map((row) => ({
            seq: row.getAttribute('data-seq') ?? '',
            box: row.getBoundingClientRect(),
            isHidden: getComputedStyle(row).visibility === 'hidden',
          }))
          .filter(({ box, isHidden }) => !isHidden && box.bottom > top && box.top < bottom)
        return Object.fromEntries(rows.map(({ seq, box }) => [seq, box.bottom]))
      }
      let before = places()
      let blank = 0
      const look = () => {
        const now = places()
        blank = Object.keys(now).length === 0 ? blank + 1 : 0
        if (blank > 0 && blank <= blankMax) return requestAnimationFrame(look)
        const moved = Object.keys(now).flatMap((seq) => {
          const was = before[seq]
          return was === undefined ? [] : [(now[seq] ?? 0) - was]
        })
        const isJump = moved.length === 0 || moved.some((by) => by < -slack || by > most)
        if (isJump) found.push({ from: before, to: now })
        before = now
        requestAnimationFrame(look)
      }
      requestAnimationFrame(look)
      return found
    },
    { slack: slackPx, most: wheelPx + slackPx, blankMax: blankFramesMax },
  )
  return () => jumps.jsonValue()
}

/**
 * Turns the wheel back, and waits until the view has moved and the list has come to rest (it takes pointers again, and every
 * row it holds is measured): who turned it at every frame would be ahead of the rows.
 */
async function turnBack(page: Page, isMoved: () => Promise<boolean>): Promise<void> {
  await page.mouse.wheel(0, -wheelPx)
  await becomes(isMoved, true)
  await page.evaluate(
    (frames) =>
      new Promise<void>((done) => {
        const isHidden = (row: Element) => getComputedStyle(row).visibility === 'hidden'
        let settled = 0
        const look = () => {
          const list = document.querySelector('[data-history] > ol')
          const rows = [...(list?.querySelectorAll('[data-seq]') ?? [])]
          const moves = list instanceof HTMLElement && list.style.pointerEvents === 'none'
          settled = moves || rows.some(isHidden) ? 0 : settled + 1
          if (settled < frames) requestAnimationFrame(look)
          else done()
        }
        requestAnimationFrame(look)
      }),
    settledFrames,
  )
}

const isAtEnd = (page: Page) =>
  page
    .locator('[data-history]')
    .evaluate((each) => each.scrollHeight - each.clientHeight - each.scrollTop < 2)

const topSeq = (page: Page) =>
  page
    .locator('[data-history] [data-seq]')
    .first()
    .getAttribute('data-seq')
    .then((seq) => Number(seq))

for (const [shape, name] of [
  [desktop, 'at a desk'],
  [{ viewport: phone.viewport }, 'in a narrow window'],
] as const)
  test(
    `[R4] scrolling up ${name} brings older pages in, and nothing jumps`,
    { skip },
    async (t) => {
      const { tcp, open } = await world(t)
      await written(t, tcp, total)

      const reader = await new Person(await open(shape), 'ann').signIn()
      const { page } = reader
      await reader.row('bob').click()
      await reader.message(textOf(total)).waitFor()
      await becomes(() => isAtEnd(page), true)
      const jumps = await watchJumps(page)
      const box = await page.locator('[data-history]').boundingBox()
      assert.ok(box)
      await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
      const texts = new Map<number, string>()
      const collect = async () => {
        const rows = await page
          .locator('[data-history] [data-seq]')
          .evaluateAll((all) =>
            all.map((row): [number, string] => [
              Number(row.getAttribute('data-seq')),
              row.querySelector('span[dir="auto"]')?.textContent ?? '',
            ]),
          )
        for (const [seq, text] of rows) texts.set(seq, text)
      }
      const scrollTop = () => page.locator('[data-history]').evaluate((each) => each.scrollTop)
      await collect()
      while (!(await page.getByText('This is the beginning of your conversation').isVisible())) {
        const [before, seq] = [await scrollTop(), await topSeq(page)]
        await turnBack(
          page,
          async () => (await scrollTop()) !== before || (await topSeq(page)) !== seq,
        )
        await collect()
      }
      assert.deepEqual(await jumps(), [])
      const all = Array.from({ length: total }, (_, n): [number, string] => [n + 1, textOf(n + 1)])
      assert.deepEqual(
        [...texts].toSorted(([a], [b]) => a - b),
        all,
      )

      await page.getByRole('button', { name: 'To the newest message' }).click()
      await reader.message(textOf(total)).waitFor()
    },
  )

test(
  '[R8] a conversation opens at what is unread and is read as far as it was seen',
  { skip },
  async (t) => {
    const { tcp, open } = await world(t)
    const conversation = await written(t, tcp, 60)

    const bob = await new Person(await open(), 'bob').signIn()
    await bob.row('ann').getByText('60 unread').waitFor({ state: 'attached' })
    await bob.row('ann').click()
    await bob.page.getByRole('heading', { name: 'Unread messages' }).waitFor()
    await becomes(async () => conversation.summary.getSnapshot().peerRead > 0, true)
    assert.ok(conversation.summary.getSnapshot().peerRead < 60)
    await bob.page.getByRole('button', { name: /^To the newest message/ }).click()
    await becomes(async () => conversation.summary.getSnapshot().peerRead, 60)
    await becomes(() => bob.page.title(), 'ann · Parley')
  },
)

test(
  '[R8] the newest stays in view when the place for messages grows, as when the line about being offline goes',
  { skip },
  async (t) => {
    const { tcp, open } = await world(t)
    const conversation = await written(t, tcp, 40)
    const bob = await new Person(await open(phone), 'bob').signIn()
    await bob.row('ann').tap()
    await becomes(async () => {
      await bob.scrollsToEnd()
      return conversation.summary.getSnapshot().peerRead
    }, 40)

    const history = bob.page.locator('[data-history]')
    const lowPx = 80
    await history.evaluate((each, px) => {
      each.style.height = `calc(100% - ${px}px)`
    }, lowPx)
    await becomes(() => isAtEnd(bob.page), true)
    // The browser moves the view before anybody is told that there is more room.
    await history.evaluate(async (each) => {
      const moved = new Promise((done) => each.addEventListener('scroll', done, { once: true }))
      each.style.height = ''
      void each.scrollTop
      await moved
    })
    await conversation.send({ text: 'after that' }).stored
    await bob.message('after that').waitFor()
    await becomes(() => isAtEnd(bob.page), true)
    await becomes(async () => conversation.summary.getSnapshot().peerRead, 41)
  },
)
