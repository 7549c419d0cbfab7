import { pino, type DestinationStream, type Logger } from 'pino'
import type { Log } from '../log.ts'

export const logLevels = ['debug', 'info', 'warn', 'error', 'silent'] as const
export type LogLevel = (typeof logLevels)[number]

export interface NodeLogOptions {
  level: LogLevel
  /** Names the process, where a server has several. */
  name?: string
  /** Where the lines go; standard output unless said. */
  destination?: DestinationStream
}

/** One JSON object a line. An error under `err` is written with its stack. */
export function createNodeLog(options: NodeLogOptions): Log {
  const { level, name, destination } = options
  const settings = { level, base: { pid: process.pid, ...(name !== undefined && { name }) } }
  const logger: Logger = destination === undefined ? pino(settings) : pino(settings, destination)
  return {
    debug: (fields, message) => logger.debug(fields, message),
    info: (fields, message) => logger.info(fields, message),
    warn: (fields, message) => logger.warn(fields, message),
    error: (fields, message) => logger.error(fields, message),
  }
}
