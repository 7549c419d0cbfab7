import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { build } from 'esbuild'
import { cpioArchive } from './cpio-archive.ts'
import { copyProgram, execute, guestParts, kernelModules } from './guest-parts.ts'

export interface GuestImage {
  kernel: string
  initramfs: string
  /** The read-only disk with Node and the server. */
  programs: string
}

export interface GuestImageInput {
  /** Kept between runs. */
  cache: string
  folder: string
  /** The control: acks that do not wait for the disk. */
  isControl: boolean
}

const root = join(import.meta.dirname, '../../..')
const threads = 'server/src/data/sqlite/thread'
const programsBytes = 256 * 1_048_576

/** Builds what the guest boots: the server from this tree's sources, in one file so that a slow machine starts it soon. */
export async function buildGuestImage(input: GuestImageInput): Promise<GuestImage> {
  const { cache, folder, isControl } = input
  const parts = guestParts(cache)
  const tree = join(folder, 'programs')
  for (const name of ['server', 'proc', 'dev', 'data', 'tmp']) {
    mkdirSync(join(tree, name), { recursive: true })
  }
  copyProgram(process.execPath, tree)
  await bundleServer(join(tree, 'server'), isControl)
  const programs = join(folder, 'programs.img')
  makeDisk(programs, programsBytes, tree)
  rmSync(tree, { recursive: true })
  const initramfs = join(folder, 'initramfs')
  const files = [
    { name: 'init', mode: 0o100755, content: readFileSync(join(import.meta.dirname, 'init.sh')) },
    { name: 'busybox', mode: 0o100755, content: readFileSync(parts.busybox) },
    ...kernelModules.map((path, index) => ({
      name: `modules/${index}-${basename(path)}`,
      mode: 0o100644,
      content: readFileSync(join(parts.modules, path)),
    })),
  ]
  const folders = ['modules', 'proc', 'sys', 'dev', 'guest']
  writeFileSync(initramfs, cpioArchive(folders, files))
  return { kernel: parts.kernel, initramfs, programs }
}

/** An ext4 file system in a file, with what lies in `tree`. */
export function makeDisk(path: string, bytes: number, tree?: string): void {
  rmSync(path, { force: true })
  const content = tree === undefined ? [] : ['-d', tree]
  execute('mke2fs', ['-q', '-t', 'ext4', ...content, path, `${bytes / 1_024}k`])
}

async function bundleServer(outdir: string, isControl: boolean): Promise<void> {
  const banner = `import { createRequire } from 'node:module'\nconst require = createRequire(import.meta.url)`
  const common = {
    bundle: true,
    platform: 'node',
    format: 'esm',
    absWorkingDir: root,
    banner: { js: banner },
    logLevel: 'error',
  } as const
  const entry = join(import.meta.dirname, 'guest-entry.ts')
  await build({ ...common, entryPoints: [entry], outfile: join(outdir, 'serve.js') })
  // NOTE with the ending of their sources Node would strip types, by a program in WebAssembly, at the start of each thread:
  // slow where the processor is emulated, and it ended Node there now and then.
  const workers = readdirSync(join(root, threads)).filter((name) => name.endsWith('-worker.ts'))
  const entryPoints = workers.map((name) => join(threads, name))
  await build({
    ...common,
    entryPoints,
    outdir,
    entryNames: '[name]',
  })
  rewrite(join(outdir, 'serve.js'), /-worker\.ts\b/g, '-worker.js')
  writeFileSync(join(outdir, 'package.json'), '{"type":"module"}')
  copyFileSync(join(root, 'LICENSE'), join(outdir, 'LICENSE'))
  if (isControl) weaken(outdir)
}

/**
 * Commits that wait for no sync, and checkpoints, which sync the log as well, so rare that the cut comes first.
 * @throws Error when there is nothing to weaken: the control would prove nothing.
 */
function weaken(outdir: string): void {
  for (const [file, from, to] of weakenings) {
    rewrite(join(outdir, file), from, to)
  }
}

/** @throws Error when there is nothing to replace. */
function rewrite(path: string, from: RegExp, to: string): void {
  const text = readFileSync(path, 'utf8')
  const rewritten = text.replace(from, to)
  if (rewritten === text) throw new Error(`there is no ${from.source} in ${path}`)
  writeFileSync(path, rewritten)
}

const weakenings = [
  ['writer-worker.js', /PRAGMA synchronous = FULL/, 'PRAGMA synchronous = NORMAL'],
  ['checkpoint-worker.js', /checkpointEveryMs = 100\b/, 'checkpointEveryMs = 600000'],
] as const
