import { fileStorage } from '../src/node/file-storage.ts'

const [, , path = ''] = process.argv
const storage = await fileStorage(path)
for (let count = 1; ; count += 1) {
  await storage.write([[`n/${count}`, new Uint8Array(100)]])
  process.stdout.write(`${count}\n`)
}
