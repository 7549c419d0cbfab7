// In a network of its own: see own-network.ts.
import type { FromInside } from './own-network.ts'
import { runNetFaults, type NetFaultsInput, type NetFaultsResult } from './run-net-faults.ts'

const tell = (told: FromInside<NetFaultsResult>) =>
  new Promise<void>((resolve) => process.send?.(told, () => resolve()))

try {
  const given = JSON.parse(process.argv[2] ?? '') as NetFaultsInput
  const result = await runNetFaults(given, (log) => void tell({ log }))
  await tell({ result })
} catch (fault) {
  await tell({ fault: fault instanceof Error ? (fault.stack ?? fault.message) : String(fault) })
}
process.exit()
