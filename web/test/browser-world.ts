import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestContext } from 'node:test'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { readSettings } from '../../server/src/app/settings.ts'
import { startServer } from '../../server/src/app/start-server.ts'

const root = join(import.meta.dirname, '..', '..')
const executablePath = '/usr/bin/chromium'
const args = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
/** How long a condition may take on a busy machine. Nothing is proved by its length. */
export const patienceMs = 120_000

export const desktop = { viewport: { width: 1280, height: 800 } } as const
export const phone = {
  viewport: { width: 390, height: 844 },
  isMobile: true,
  hasTouch: true,
  deviceScaleFactor: 2,
} as const

const mustRun = process.env['CI'] === 'true'

/** Why browser tests cannot run here: the `skip` of each of them. */
export const skip =
  !existsSync(executablePath) && !mustRun ? 'Chromium is missing (apt-get install chromium)' : false

/** Where the app is served, and a way to open it as one person after the other. */
export interface World {
  /** The address of the app. */
  readonly url: string
  /** Where terminals connect. */
  readonly tcp: string
  /** A browser of its own: nothing is shared with the others. */
  open(options?: BrowserContextOptions): Promise<Page>
}

let built = false

/** Brings the served app up to date with its sources, as `npm start` does. */
function ensureBuild() {
  if (built) return
  const script = `import { ensureWebBuild } from './tools/lib/web.mjs'
    if (!ensureWebBuild(process.execPath)) process.exitCode = 1`
  execFileSync(process.execPath, ['--input-type=module', '-e', script], { cwd: root })
  built = true
}

let launched: Promise<Browser> | undefined

async function browserFor(t: TestContext): Promise<Browser> {
  const own = (launched ??= chromium.launch({ executablePath, args }))
  const browser = await own
  t.after(async () => {
    if (launched === own) launched = undefined
    await browser.close()
  })
  return browser
}

/** Opens pages of `url`; what goes wrong in one of them fails the test at its end. */
export async function visitors(t: TestContext, url: string) {
  ensureBuild()
  const browser = await browserFor(t)
  const complaints: string[] = []
  t.after(() => assert.deepEqual(complaints, []))
  return async (options: BrowserContextOptions = desktop): Promise<Page> => {
    const context = await browser.newContext({
      baseURL: url,
      locale: 'en-GB',
      reducedMotion: 'reduce',
      ...options,
    })
    context.setDefaultTimeout(patienceMs)
    context.on('page', (page) => listen(page, complaints))
    return context.newPage()
  }
}

/** Errors that no code caught, and whatever the page's own policy refused. */
function listen(page: Page, complaints: string[]) {
  page.on('pageerror', ({ message }) => void complaints.push(message))
  page.on('dialog', (dialog) => {
    complaints.push(`a dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('console', (message) => {
    const said = message.text()
    if (/Content Security Policy|Warning: |Minified React error/.test(said)) complaints.push(said)
  })
}

/** A server of its own with an empty data folder, and browsers for it. */
export async function world(t: TestContext): Promise<World> {
  ensureBuild()
  const data = mkdtempSync(join(tmpdir(), 'parley-browser-'))
  const given = { data, port: '0', 'tcp-port': '0', 'log-level': 'silent' }
  const server = await startServer(readSettings(given, {}, join(data, 'none.toml')))
  t.after(async () => {
    await server.stop()
    rmSync(data, { recursive: true, force: true })
  })
  const { http: url, tcp } = server.endpoints
  return { url, tcp, open: await visitors(t, url) }
}
