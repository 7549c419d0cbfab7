import { parentPort, workerData, type MessagePort } from 'node:worker_threads'
import type { ErrorName } from '@parley/protocol'
import { Refusal } from '../../../base/refusal.ts'
import type { AccountId } from '../../model.ts'
import type { FoundName, SearchInput, SearchPage } from '../../search-store.ts'
import { SearchFinder } from '../search/search-finder.ts'
import { searchNames } from '../search/search-names.ts'
import { scopeOf } from '../search/search-scope.ts'
import { openNodeDriver } from './node-driver.ts'

export interface FindData {
  path: string
  /** Of an index that is open elsewhere. */
  indexPath: string
}

export type FindOrder =
  | { type: 'find'; id: number; input: SearchInput }
  | { type: 'names'; id: number; reader: AccountId; text: string; limit: number }
  | { type: 'close' }

export type FindNote =
  | { type: 'page'; id: number; page: Omit<SearchPage, 'behind'> }
  | { type: 'names'; id: number; names: FoundName[] }
  | { type: 'refused'; id: number; error: ErrorName; message: string }
  | { type: 'closed' }

if (parentPort !== null) run(parentPort, workerData as FindData)

/**
 * Answers questions. Somebody waits for each: neither may it wait for what is being taken up, nor be as patient as the thread
 * that does so.
 */
function run(port: MessagePort, { path, indexPath }: FindData): void {
  const log = openNodeDriver(path, { readOnly: true })
  const finder = new SearchFinder(openNodeDriver(indexPath, { readOnly: true }))
  const say = (note: FindNote) => port.postMessage(note)
  port.on('message', (order: FindOrder) => {
    if (order.type !== 'close') return say(answer(order))
    finder.close()
    log.close()
    say({ type: 'closed' })
    port.close()
  })

  function answer(order: Exclude<FindOrder, { type: 'close' }>): FindNote {
    const { id } = order
    try {
      if (order.type === 'names') {
        const names = searchNames(log, order.reader, order.text, order.limit)
        return { type: 'names', id, names }
      }
      const page = finder.find(order.input, scopeOf(log, order.input.reader))
      return { type: 'page', id, page }
    } catch (thrown) {
      const { message } = thrown as Error
      if (thrown instanceof Refusal) return { type: 'refused', id, error: thrown.code, message }
      return { type: 'refused', id, error: 'BUSY', message: 'the search index cannot be read' }
    }
  }
}
