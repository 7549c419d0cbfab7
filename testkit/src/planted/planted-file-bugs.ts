import type { PlantedBug } from './planted-bugs.ts'

const disk = 'testkit/src/disk/disk-files.test.ts'
const rules = 'server/test/rules-files.test.ts'

/** In uploads, downloads and what becomes of the bytes of files. */
export const plantedFileBugs: readonly PlantedBug[] = [
  {
    name: 'bytes of a file are told to be durable before their sync',
    part: 'storage',
    file: 'server/src/data/disk/disk-blobs.ts',
    from: '        await faults(() => file.datasync())\n        durableBytes = toBytes\n',
    to: '        durableBytes = toBytes\n',
    tests: [disk],
  },
  {
    name: 'a blob of a file is named without a sync of its folder',
    part: 'storage',
    file: 'server/src/data/disk/disk-blobs.ts',
    from: "      if (code !== 'EEXIST') throw faultOf(thrown)\n    }\n    await this.#syncFolder(dirname(path))\n",
    to: "      if (code !== 'EEXIST') throw faultOf(thrown)\n    }\n",
    tests: [disk],
  },
  {
    name: 'what was removed of files comes back with a loss of power',
    part: 'storage',
    file: 'server/src/data/disk/disk-blobs.ts',
    from: 'await this.#syncFolder(dirname(path)).catch((thrown: unknown) => {',
    to: 'await Promise.resolve().catch((thrown: unknown) => {',
    tests: [disk],
  },
  {
    name: 'an upload of a file that goes on begins at its beginning',
    part: 'storage',
    file: 'server/src/data/disk/disk-blobs.ts',
    from: 'toBytes = await faults(() => writeAll(file, next.value, toBytes))',
    to: 'toBytes = fromBytes + (await faults(() => writeAll(file, next.value, toBytes - fromBytes)))',
    tests: [disk],
  },
  {
    name: 'a ticket of a file holds for ever',
    part: 'logic',
    file: 'server/src/logic/file/file-ticket.ts',
    from: '  if (expiresMs <= deps.clock.wallMs()) return undefined\n',
    to: '',
    tests: [rules],
  },
  {
    name: 'who has left a group reads its files',
    part: 'storage',
    file: 'server/src/data/rules/read-files.ts',
    from: 'if (found === undefined || found.member.toSeq !== 0) return false',
    to: 'if (found === undefined) return false',
    tests: [rules],
  },
  {
    name: 'the bytes of a file go with the first of two files that stand on them',
    part: 'storage',
    file: 'server/src/data/rules/write-files.ts',
    from: '  if (row.uses > 1) return tables.putRow(blobTable, { hash, uses: row.uses - 1 })\n',
    to: '',
    tests: [rules],
  },
  {
    name: 'an upload of a file nobody went on with is left where it is',
    part: 'logic',
    file: 'server/src/logic/file/collect-files.ts',
    from: '        await blobs.discard(id)\n',
    to: '',
    tests: [rules],
  },
  {
    name: 'a file is read by who may not',
    part: 'storage',
    file: 'server/src/data/rules/read-files.ts',
    from: 'if (row.account === account) return true\n  if (row.uses === 0) return false',
    to: 'if (row.account === account || row.uses > 0) return true\n  if (row.uses === 0) return false',
    tests: [rules],
  },
]
