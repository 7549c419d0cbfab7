import { parentPort, workerData } from 'node:worker_threads'
import { vacuumInto } from '../vacuum-into.ts'
import { openNodeDriver } from './node-driver.ts'

export interface BackupData {
  path: string
  to: string
}

if (parentPort !== null) {
  const { path, to } = workerData as BackupData
  const driver = openNodeDriver(path, { readOnly: true })
  try {
    vacuumInto(driver, to)
  } finally {
    driver.close()
  }
  parentPort.postMessage('done')
}
