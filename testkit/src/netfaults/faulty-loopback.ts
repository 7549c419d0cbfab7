import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { withSbin } from './own-network.ts'

/**
 * What happens to all that goes between the server and one place. `loss`: that share of the packets, both ways; `up`: nothing
 * comes to the server, `down`: nothing comes from it; `pause`: neither; `reset`: every packet is answered with a reset;
 * `trickle`: a few hundred bytes a second from it.
 */
export type FaultKind = 'loss' | 'up' | 'down' | 'pause' | 'reset' | 'trickle'

export interface Fault {
  kind: FaultKind
  /** An address or a net of the loopback range: where clients reach the server, or where they come from. */
  place: string
  /** Of `loss`: of a hundred packets so many. */
  percent?: number
}

/** What was dropped, reset or slowed down, in packets. */
export type FaultTally = Record<FaultKind, number>

const kinds: readonly FaultKind[] = ['loss', 'up', 'down', 'pause', 'reset', 'trickle']
/** As on an Ethernet. With the default of 64 KB there would be few packets to lose. */
const packetBytes = 1_500
const trickleBits = '8kbit'
/** What the kernel keeps of each socket: little, so that who does not read is noticed by the server and not by it. */
const bufferBytes = '4096 16384 65536'

/** The loopback of this process' own network, with faults. Never call it in the machine's network. */
export class FaultyLoopback {
  #faults: readonly Fault[] = []
  #changing: Promise<void> = Promise.resolve()

  static async open(): Promise<FaultyLoopback> {
    await run('ip', ['link', 'set', 'lo', 'mtu', String(packetBytes), 'gso_max_segs', '1', 'up'])
    for (const name of ['tcp_rmem', 'tcp_wmem'])
      await run('sh', ['-c', `echo ${bufferBytes} > /proc/sys/net/ipv4/${name}`])
    const htb = ['dev', 'lo', 'parent', '1:', 'classid']
    await run('tc', ['qdisc', 'add', 'dev', 'lo', 'root', 'handle', '1:', 'htb', 'default', '1'])
    await run('tc', ['class', 'add', ...htb, '1:1', 'htb', 'rate', '10gbit', 'quantum', '60000'])
    const slow = ['rate', trickleBits, 'burst', String(packetBytes), 'cburst', String(packetBytes)]
    await run('tc', ['class', 'add', ...htb, '1:2', 'htb', ...slow])
    const counters = kinds.map((kind) => `counter met_${kind} { }`).join('\n')
    // NOTE their names: some kinds are words of its language. Dropped where it comes in: the sender learns nothing, as on a wire.
    await run(
      'nft',
      ['-f', '-'],
      `table inet faults {
        ${counters}
        chain in { type filter hook input priority 0; }
        chain out { type filter hook output priority 0; }
      }`,
    )
    return new FaultyLoopback()
  }

  /** From now on these, and no others. */
  async set(faults: readonly Fault[]): Promise<void> {
    this.#faults = faults
    this.#changing = this.#changing.then(() => this.#apply())
    await this.#changing
  }

  async tally(): Promise<FaultTally> {
    const listed = await run('nft', ['list', 'counters'])
    const packets = (kind: string) =>
      Number(new RegExp(`counter met_${kind} \\{\\s*packets (\\d+)`).exec(listed)?.[1] ?? 0)
    return Object.fromEntries(kinds.map((kind) => [kind, packets(kind)])) as FaultTally
  }

  async #apply(): Promise<void> {
    const rules = this.#faults.flatMap(rulesOf)
    const lines = rules.map(([chain, rule]) => `add rule inet faults ${chain} ${rule}`)
    const flush = ['flush chain inet faults in', 'flush chain inet faults out']
    await run('nft', ['-f', '-'], [...flush, ...lines, ''].join('\n'))
  }
}

function rulesOf({ kind, place, percent = 0 }: Fault): [chain: 'in' | 'out', rule: string][] {
  const [to, from] = [`ip daddr ${place}`, `ip saddr ${place}`]
  const end = `counter name met_${kind} drop`
  switch (kind) {
    case 'loss':
      return [to, from].map((those) => ['in', `${those} numgen random mod 100 < ${percent} ${end}`])
    case 'up':
      return [['in', `${to} ${end}`]]
    case 'down':
      return [['in', `${from} ${end}`]]
    case 'pause':
      return [to, from].map((those) => ['in', `${those} ${end}`])
    case 'reset': {
      const reset = `counter name met_${kind} reject with tcp reset`
      return [to, from].map((those) => ['in', `${those} meta l4proto tcp ${reset}`])
    }
    case 'trickle':
      return [['out', `${from} counter name met_${kind} meta priority set 1:2`]]
  }
}

/** @returns what it printed. @throws Error with what it said instead. */
async function run(program: string, args: readonly string[], input = ''): Promise<string> {
  const child = spawn(program, args, { env: withSbin() })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (text: Buffer) => (said += String(text)))
  // NOTE of one that ended before it read: its status says why.
  child.stdin.on('error', () => {})
  child.stdin.end(input)
  const [status] = (await once(child, 'close')) as [number | null]
  if (status !== 0) throw new Error(`${program} ${args.join(' ')}: ${said}\n${input}`)
  return said
}
