import { parentPort, workerData, type MessagePort } from 'node:worker_threads'
import { answerQuestions } from '../search/answer-questions.ts'
import type { FindOrder } from '../search/thread-words.ts'
import { openNodeDriver } from './node-driver.ts'

export interface FindData {
  path: string
  /** Of an index that is open elsewhere. */
  indexPath: string
}

if (parentPort !== null) run(parentPort, workerData as FindData)

function run(port: MessagePort, { path, indexPath }: FindData): void {
  const questions = answerQuestions({
    openLog: () => openNodeDriver(path, { readOnly: true }),
    openIndex: () => openNodeDriver(indexPath, { readOnly: true }),
    say: (note) => port.postMessage(note),
  })
  port.on('message', (order: FindOrder) => {
    questions.take(order)
    if (order.type === 'close') port.close()
  })
}
