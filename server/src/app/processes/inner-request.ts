import { request as httpRequest } from 'node:http'

const answerTimeoutMs = 1_000
const answerBytesMax = 4_194_304

/** Asks another process of this server. Undefined when it is not there or does not answer in time. */
export function innerRequest(socketPath: string, path: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    const request = httpRequest({ socketPath, path, agent: false, timeout: answerTimeoutMs })
    const fail = (): void => {
      request.destroy()
      resolve(undefined)
    }
    request.once('error', fail)
    request.once('timeout', fail)
    request.once('response', (answer) => {
      let text = ''
      answer.setEncoding('utf8')
      answer.on('data', (piece) => {
        text += String(piece)
        if (text.length > answerBytesMax) fail()
      })
      answer.once('error', fail)
      answer.once('end', () => resolve(answer.statusCode === 200 ? text : undefined))
    })
    request.end()
  })
}
