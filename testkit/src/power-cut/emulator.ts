import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { GuestImage } from './guest-image.ts'
import { Monitor } from './monitor.ts'

export interface EmulatorInput {
  image: GuestImage
  disk: string
  folder: string
  /** Goes on where this was taken, instead of booting. */
  snapshot?: string
}

const outputMax = 20_000
const lookEveryMs = 10
const bootTimeoutMs = 1_800_000

/** One run of the emulated machine, from power on to power off. */
export class Emulator {
  readonly #child: ChildProcess
  readonly #monitor: Promise<Monitor>
  #output = ''

  constructor({ image, disk, folder, snapshot }: EmulatorInput) {
    const monitor = join(folder, 'monitor.sock')
    rmSync(monitor, { force: true })
    const drive = 'format=raw,if=virtio,cache=writeback'
    // NOTE no_timer_check: a busy machine gives the emulator too little time for the kernel's look at its timer.
    const boot = 'console=ttyS0 quiet panic=-1 mitigations=off random.trust_cpu=on no_timer_check'
    this.#child = spawn('qemu-system-x86_64', [
      ...['-nodefaults', '-no-user-config', '-no-reboot', '-display', 'none'],
      // NOTE a plain processor, without protection keys: emulated, they now and then end V8 (a check of its own fails in
      // ThreadIsolation). A rare segmentation fault of Node at its start is left, here as with a newer processor.
      ...['-accel', 'tcg,thread=multi', '-cpu', 'Nehalem,+rdrand', '-smp', '2', '-m', '640'],
      ...['-kernel', image.kernel, '-initrd', image.initramfs, '-append', boot],
      ...['-drive', `file=${disk},${drive}`],
      ...['-drive', `file=${image.programs},${drive},readonly=on`],
      ...['-netdev', 'user,id=net', '-device', 'virtio-net-pci,netdev=net,romfile='],
      ...['-serial', 'stdio', '-monitor', `unix:${monitor},server=on,wait=off`],
      ...(snapshot === undefined ? [] : ['-incoming', `exec:cat ${snapshot}`]),
    ])
    const take = (text: Buffer) => {
      this.#output = `${this.#output}${String(text)}`.slice(-outputMax)
    }
    this.#child.stdout?.on('data', take)
    this.#child.stderr?.on('data', take)
    this.#child.stdin?.on('error', () => {})
    this.#monitor = Monitor.open(monitor)
    this.#monitor.catch(() => {})
  }

  /** Resolves when the guest has printed this. @throws Error with what it printed instead. */
  async says(text: string, deadline: AbortSignal): Promise<void> {
    while (!this.#output.includes(text)) {
      if (deadline.aborted || this.#hasEnded || this.#output.includes('GUEST: ')) {
        throw new Error(`the guest did not say "${text}": ${this.#output}`)
      }
      await sleep(lookEveryMs)
    }
  }

  /** Lets the machine run when the snapshot has been read. */
  async resume(deadline: AbortSignal): Promise<void> {
    while ((await this.command('info status')).includes('inmigrate')) {
      if (deadline.aborted || this.#hasEnded) throw new Error(`no machine: ${this.#output}`)
      await sleep(lookEveryMs)
    }
    await this.command('cont')
  }

  /** On the serial line. */
  type(text: string): void {
    this.#child.stdin?.write(text)
  }

  async command(text: string): Promise<string> {
    return await (await this.#monitor).command(text)
  }

  async kill(): Promise<void> {
    if (!this.#hasEnded) {
      const gone = once(this.#child, 'exit')
      this.#child.kill('SIGKILL')
      await gone
    }
    await this.#monitor.then(
      (monitor) => monitor.close(),
      () => {},
    )
  }

  get #hasEnded(): boolean {
    return this.#child.exitCode !== null || this.#child.signalCode !== null
  }
}

/** Boots up to where the guest waits for its disk, with the server loaded: every start goes on from there, in seconds. */
export async function takeSnapshot(input: EmulatorInput): Promise<string> {
  const snapshot = join(input.folder, 'snapshot')
  const emulator = new Emulator(input)
  try {
    const deadline = AbortSignal.timeout(bootTimeoutMs)
    await emulator.says('GUEST LOADED', deadline)
    await emulator.command('stop')
    await emulator.command('migrate_set_parameter max-bandwidth 100G')
    const said = await emulator.command(`migrate "exec:cat > ${snapshot}"`)
    if (!(await emulator.command('info migrate')).includes('completed')) {
      throw new Error(`no snapshot: ${said}`)
    }
    await emulator.command('quit').catch(() => {})
    return snapshot
  } finally {
    await emulator.kill()
  }
}
