import { Buffer } from 'node:buffer'

export interface ArchivedFile {
  name: string
  mode: number
  content: Uint8Array
}

const folderMode = 0o040755

/** A cpio archive in the "newc" form, which is what a kernel unpacks as its first root. */
export function cpioArchive(folders: readonly string[], files: readonly ArchivedFile[]): Buffer {
  const none = new Uint8Array(0)
  const all = [
    ...folders.map((name) => ({ name, mode: folderMode, content: none })),
    ...files,
    { name: 'TRAILER!!!', mode: 0, content: none },
  ]
  return Buffer.concat(all.flatMap((file, index) => member(file, index + 1)))
}

function member({ name, mode, content }: ArchivedFile, inode: number): Uint8Array[] {
  const fields = [inode, mode, 0, 0, 1, 0, content.length, 0, 0, 0, 0, name.length + 1, 0]
  const head = `070701${fields.map((field) => field.toString(16).padStart(8, '0')).join('')}`
  return [padded(Buffer.from(`${head}${name}\0`)), padded(content)]
}

function padded(bytes: Uint8Array): Buffer {
  return Buffer.concat([bytes, Buffer.alloc(-bytes.length & 3)])
}
