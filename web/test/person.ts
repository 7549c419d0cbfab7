import assert from 'node:assert/strict'
import { setTimeout as pause } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { en } from '../src/i18n/catalog/en.ts'
import { zhHans } from '../src/i18n/catalog/zh-hans.ts'
import { patienceMs } from './browser-world.ts'

export const password = 'a good long password'

export interface Newcomer {
  handle: string
  displayName?: string
}

/** What a person does and sees in one page, in the words of the page's language. */
export class Person {
  readonly page: Page
  readonly handle: string
  readonly words: Readonly<Record<keyof typeof en, string>>

  constructor(page: Page, handle: string, language: 'en' | 'zh' = 'en') {
    this.page = page
    this.handle = handle
    this.words = language === 'en' ? en : zhHans
  }

  get composer() {
    return this.page.locator('form textarea')
  }

  /** The message that says this. */
  message(text: string) {
    return this.page.locator('[data-history] [data-seq]').filter({ hasText: text })
  }

  status(text: string, status: string) {
    return this.message(text).locator(`[data-status="${status}"]`)
  }

  row(name: string) {
    return this.page.locator('nav [data-row]').filter({ hasText: name })
  }

  get banner() {
    return this.page.getByText(this.words['connection.offline'], { exact: true })
  }

  async register(displayName = ''): Promise<this> {
    const { page, words } = this
    await page.goto('/register')
    await this.fillRegister(displayName)
    await page.getByRole('heading', { name: words['list.title'], exact: true }).waitFor()
    return this
  }

  async fillRegister(displayName = ''): Promise<void> {
    const { page, words } = this
    await page.getByLabel(words['auth.handle'], { exact: true }).fill(this.handle)
    await page.getByLabel(words['auth.displayName'], { exact: true }).fill(displayName)
    await page.getByLabel(words['auth.password'], { exact: true }).fill(password)
    await page.getByRole('button', { name: words['auth.register'] }).click()
  }

  async fillSignIn(given = password): Promise<void> {
    const { page, words } = this
    await page.getByLabel(words['auth.handle'], { exact: true }).fill(this.handle)
    await page.getByLabel(words['auth.password'], { exact: true }).fill(given)
    await page.getByRole('button', { name: words['auth.signIn'], exact: true }).click()
  }

  async signIn(): Promise<this> {
    await this.page.goto('/sign-in')
    await this.fillSignIn()
    await this.page.getByRole('heading', { name: this.words['list.title'], exact: true }).waitFor()
    return this
  }

  /** Finds somebody by handle, as a person does it. */
  async find(handle: string): Promise<void> {
    const { page, words } = this
    await page.locator('nav header').getByRole('button', { name: words['list.new'] }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel(words['start.handle'], { exact: true }).fill(`@${handle}`)
    await dialog.getByRole('button', { name: words['start.go'], exact: true }).click()
    await this.composer.waitFor()
  }

  /** Finds somebody and asks them to become a contact. */
  async addContact(handle: string, greeting: string): Promise<void> {
    const { page, words } = this
    await page.getByRole('link', { name: words['contacts.title'] }).click()
    await page.locator('nav header').getByRole('button', { name: words['contacts.add'] }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel(words['start.handle'], { exact: true }).fill(handle)
    await dialog.getByRole('button', { name: words['contacts.find'], exact: true }).click()
    await page
      .locator('main')
      .getByRole('button', { name: words['person.ask'], exact: true })
      .click()
    await dialog.getByLabel(words['person.greeting'], { exact: true }).fill(greeting)
    await dialog.getByRole('button', { name: words['person.askSend'] }).click()
    await dialog.waitFor({ state: 'detached' })
  }

  /** Makes a group of people who are in the list already; ends in it. */
  async makeGroup(name: string, members: readonly string[]): Promise<void> {
    const { page, words } = this
    await page.locator('nav header').getByRole('button', { name: words['list.new'] }).click()
    await page.getByRole('dialog').getByRole('link', { name: words['groups.new'] }).click()
    await page.getByLabel(words['groups.name'], { exact: true }).fill(name)
    for (const member of members)
      await page.getByRole('checkbox', { name: member }).check({ force: true })
    await page.locator('main form button[type=submit]').click()
    await this.composer.waitFor()
  }

  /** From the chat to the page of the person or group. */
  async openAbout(): Promise<void> {
    await this.page.locator('main header a').click()
    await this.page.getByRole('button', { name: this.words['page.back'], exact: true }).waitFor()
  }

  async say(text: string): Promise<void> {
    await this.composer.fill(text)
    await this.composer.press('Enter')
  }

  /** Opens the menu of the message that says this, with the right button, and presses what is called so. */
  async act(text: string, name: string): Promise<void> {
    const bubble = this.message(text).locator('[data-bubble]').last()
    await bubble.click({ button: 'right', position: { x: 6, y: 6 } })
    const menu = this.page.getByRole('dialog', { name: this.words['act.actions'] })
    const action = menu.getByRole('menuitem', { name, exact: true })
    await action.or(menu.getByRole('button', { name, exact: true })).click()
    await this.page.getByRole('menu').waitFor({ state: 'detached' })
  }

  /** The texts in the page from top to bottom. */
  texts(): Promise<string[]> {
    return this.page.locator('[data-history] [data-seq] span[dir="auto"]').allInnerTexts()
  }

  /** As shows, of a history longer than what is kept in the page: read from its end to its beginning. */
  async says(expected: readonly string[]): Promise<void> {
    const history = this.page.locator('[data-history]')
    const read = new Map<number, string>()
    const look = async () => {
      const rows = await history.locator('[data-seq]').evaluateAll((elements) =>
        elements.map((element) => ({
          seq: Number(element.getAttribute('data-seq')),
          text: element.querySelector('span[dir="auto"]')?.textContent ?? '',
        })),
      )
      for (const { seq, text } of rows) {
        assert.ok((read.get(seq) ?? text) === text, `seq ${seq} is two texts`)
        read.set(seq, text)
      }
    }
    const top = () => history.evaluate((element) => element.scrollTop)
    await this.scrollsToEnd()
    await look()
    while ((await top()) > 0) {
      await history.evaluate((element) => element.scrollBy(0, -element.clientHeight / 2))
      await this.page.evaluate(
        () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
      )
      await look()
    }
    await becomes(async () => {
      await look()
      return [...read].toSorted(([a], [b]) => a - b).map(([, text]) => text)
    }, expected)
  }

  /** Goes down until nothing comes any more. */
  async scrollsToEnd(): Promise<void> {
    const history = this.page.locator('[data-history]')
    await becomes(
      () =>
        history.evaluate(async (element) => {
          element.scrollTop = element.scrollHeight
          const frame = () => new Promise((done) => requestAnimationFrame(done))
          for (let frames = 0; frames < 4; frames += 1) await frame()
          return element.scrollHeight - element.clientHeight - element.scrollTop < 2
        }),
      true,
    )
  }

  /** Waits until exactly these stand there, in this order. */
  shows(expected: readonly string[]): Promise<void> {
    return becomes(() => this.texts(), expected)
  }
}

/** A new account, made by its form. */
export const newcomer = (page: Page, { handle, displayName = '' }: Newcomer) =>
  new Person(page, handle).register(displayName)

/** Waits until `read` gives what is expected; then, or when patience ends, asserts it. */
export async function becomes<T>(read: () => Promise<T>, expected: T): Promise<void> {
  const endMs = performance.now() + patienceMs
  for (;;) {
    const value = await read()
    try {
      return assert.deepEqual(value, expected)
    } catch (thrown) {
      if (performance.now() > endMs) throw thrown
      await pause(pollMs)
    }
  }
}

const pollMs = 40
