import { existsSync, readFileSync } from 'node:fs'
import { assertSafeBinding, type Binding } from '../access/binding.ts'
import type { Settings } from './settings.ts'
import { StartFault } from './start-fault.ts'

/** Where the settings say to listen, but for the port. @throws StartFault when that is unsafe or a file is missing. */
export function readBinding(settings: Settings): Omit<Binding, 'port'> {
  const { host, behindProxy } = settings
  const binding = { host, behindProxy, tls: readTls(settings) }
  try {
    assertSafeBinding({ ...binding, port: 0 })
  } catch (fault) {
    throw new StartFault(fault instanceof Error ? fault.message : String(fault))
  }
  return binding
}

function readTls({ tlsCert, tlsKey }: Settings): Binding['tls'] {
  if (tlsCert === '' && tlsKey === '') return undefined
  if (tlsCert === '' || tlsKey === '') throw new StartFault('--tls-cert and --tls-key go together')
  for (const file of [tlsCert, tlsKey]) {
    if (!existsSync(file)) throw new StartFault(`there is no file ${file}`)
  }
  return { cert: readFileSync(tlsCert, 'utf8'), key: readFileSync(tlsKey, 'utf8') }
}
