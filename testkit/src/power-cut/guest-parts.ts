import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Modules of the kernel in the order in which they must be loaded; everything else is built in. */
export const kernelModules = [
  'drivers/virtio/virtio_ring.ko',
  'drivers/virtio/virtio.ko',
  'drivers/virtio/virtio_pci_modern_dev.ko',
  'drivers/virtio/virtio_pci_legacy_dev.ko',
  'drivers/virtio/virtio_pci.ko',
  'drivers/block/virtio_blk.ko',
  'net/core/failover.ko',
  'drivers/net/net_failover.ko',
  'drivers/net/virtio_net.ko',
]

export interface GuestParts {
  kernel: string
  /** The folder in which kernelModules lie. */
  modules: string
  busybox: string
}

/**
 * Debian's cloud kernel, unpacked into `cache` (fetched with apt the first time, never installed: it is not for this
 * machine), and the busybox that is installed.
 * @throws Error that says what is missing
 */
export function guestParts(cache: string): GuestParts {
  const folder = join(cache, 'kernel')
  if (!existsSync(folder)) fetchKernel(cache, folder)
  const release = readdirSync(join(folder, 'lib/modules'))[0] ?? ''
  return {
    kernel: join(folder, 'boot', `vmlinuz-${release}`),
    modules: join(folder, 'lib/modules', release, 'kernel'),
    busybox: '/bin/busybox',
  }
}

function fetchKernel(cache: string, folder: string): void {
  mkdirSync(cache, { recursive: true })
  const depends = execute('apt-cache', ['depends', 'linux-image-cloud-amd64'])
  const name = /Depends: (linux-image-\S+)/.exec(depends)?.[1]
  if (name === undefined) throw new Error('apt knows no linux-image-cloud-amd64')
  console.log(`power cut: fetching ${name} (apt-get download)`)
  const work = mkdtempSync(join(tmpdir(), 'parley-kernel-'))
  try {
    execute('apt-get', ['download', name], work)
    const packed = readdirSync(work).find((file) => file.endsWith('.deb'))
    if (packed === undefined) throw new Error(`apt-get download ${name} brought nothing`)
    const unpacked = `${folder}.partial`
    rmSync(unpacked, { recursive: true, force: true })
    execute('dpkg-deb', ['-x', join(work, packed), unpacked])
    execute('mv', [unpacked, folder])
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

/** Puts a program and the libraries that it is linked with below `root`, where a chroot finds them. */
export function copyProgram(program: string, root: string): void {
  mkdirSync(join(root, 'bin'), { recursive: true })
  copyFileSync(program, join(root, 'bin', 'node'))
  for (const [, library] of execute('ldd', [program]).matchAll(/(?:=> )?(\/\S+) \(0x/g)) {
    if (library === undefined) continue
    mkdirSync(join(root, library, '..'), { recursive: true })
    copyFileSync(library, join(root, library))
  }
}

/** @returns what it printed. @throws Error unless it ends with one of `statuses`. */
export function execute(
  command: string,
  args: readonly string[],
  cwd?: string,
  statuses: readonly number[] = [0],
): string {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, PATH: `${process.env.PATH}:/usr/sbin:/sbin` },
  })
  if (error !== undefined) throw error
  if (!statuses.includes(status ?? -1)) {
    throw new Error(`${command} ${args.join(' ')} ended with ${status}: ${stdout}${stderr}`)
  }
  return stdout
}
