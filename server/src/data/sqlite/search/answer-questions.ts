import { Refusal } from '../../../base/refusal.ts'
import type { Driver } from '../driver.ts'
import { SearchFinder } from './search-finder.ts'
import { searchNames } from './search-names.ts'
import { scopeOf } from './search-scope.ts'
import type { FindNote, FindOrder } from './thread-words.ts'

export interface AnswerQuestionsDeps {
  /** A connection to the logs of its own. */
  openLog(): Driver
  /** And to an index that is open elsewhere. */
  openIndex(): Driver
  say(note: FindNote): void
}

export interface QuestionsAnswered {
  take(order: FindOrder): void
  /** Lets go of everything. */
  close(): void
}

/**
 * What the thread does that answers questions. Somebody waits for each: neither may it wait for what is being taken up, nor be
 * as patient as the thread that does so. @throws DriverFault
 */
export function answerQuestions(deps: AnswerQuestionsDeps): QuestionsAnswered {
  const log = deps.openLog()
  const finder = opened(deps, () => log.close())
  function close(): void {
    finder.close()
    log.close()
  }
  return {
    take(order) {
      if (order.type !== 'close') return deps.say(answer(log, finder, order))
      close()
      deps.say({ type: 'closed' })
    },
    close,
  }
}

function opened({ openIndex }: AnswerQuestionsDeps, undo: () => void): SearchFinder {
  try {
    return new SearchFinder(openIndex())
  } catch (thrown) {
    undo()
    throw thrown
  }
}

function answer(
  log: Driver,
  finder: SearchFinder,
  order: Exclude<FindOrder, { type: 'close' }>,
): FindNote {
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
