import { RealServer, type SoakServer } from '../soak/real-server.ts'

/** The n-th of these calls on one of the store's files fails, once, in each thread. */
export interface FaultSite {
  call: 'pwrite64' | 'fsync' | 'ftruncate'
  file: 'parley.db' | 'parley.db-wal' | 'parley.db-shm' | 'search.db' | 'search.db-wal'
  error: 'EIO' | 'ENOSPC'
  when: number
}

/** How a server may end whose disk failed (R15). */
const storageStatus = 74

export interface FaultTally {
  sites: number
  /** It ended by itself, with the status that says that the disk failed. */
  ended: number
  /** The same before it served. */
  endedAtStart: number
  /** It went on, or the fault never struck; it was killed. */
  wentOn: number
}

/** The real server whose disk fails at the next site of a list after each start, and then is good again. */
export class FaultedServer implements SoakServer {
  readonly #server: RealServer
  readonly #sites: readonly FaultSite[]
  #at = -1
  #isGood = true
  readonly tally: FaultTally = { sites: 0, ended: 0, endedAtStart: 0, wentOn: 0 }

  constructor(folder: string, options: readonly string[], sites: readonly FaultSite[]) {
    this.#sites = sites
    const under = () => this.#under(folder)
    // NOTE of a server whose disk fails: it says so, and is meant to.
    this.#server = new RealServer({ folder, options, under, errors: () => {} })
  }

  get http(): string {
    return this.#server.http
  }

  get tcp(): string {
    return this.#server.tcp
  }

  get hasEnded(): boolean {
    return this.#server.hasEnded
  }

  /** The first start is a good one, as is one after the last site. @throws Error when a server whose disk failed ends in another way than R15 says. */
  async start(): Promise<void> {
    this.#at += 1
    this.#isGood = this.#site === undefined
    try {
      await this.#server.start()
    } catch (fault) {
      // NOTE one whose disk fails the moment it serves may be read no more before it has ended.
      await this.#server.ended().catch(() => {})
      this.#sound(fault)
      this.tally.endedAtStart += 1
      this.tally.sites += 1
      this.#isGood = true
      await this.#server.start()
    }
  }

  async startAndKill(): Promise<void> {}

  async kill(): Promise<void> {
    if (this.#server.hasEnded) {
      this.#sound(new Error('the server has ended'))
      this.tally.ended += 1
    } else if (!this.#isGood) this.tally.wentOn += 1
    if (!this.#isGood) this.tally.sites += 1
    await this.#server.kill()
  }

  stop(): Promise<void> {
    return this.#server.kill()
  }

  #sound(fault: unknown): void {
    if (!this.#isGood && this.#server.status === storageStatus) return
    const site = JSON.stringify(this.#site)
    throw new Error(`status ${this.#server.status} after ${site}`, { cause: fault })
  }

  get #site(): FaultSite | undefined {
    return this.#sites[this.#at - 1]
  }

  #under(folder: string): string[] {
    const site = this.#site
    if (this.#isGood || site === undefined) return []
    const { call, file, error, when } = site
    const inject = `inject=${call}:error=${error}:when=${when}`
    const path = ['-P', `${folder}/${file}`]
    return ['strace', '-D', '-f', '-qqq', '-o', '/dev/null', ...path, '-e', inject]
  }
}
