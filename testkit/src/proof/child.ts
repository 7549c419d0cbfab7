import { ran, type PieceResult } from './piece.ts'
import { pieces } from './pieces.ts'

const [name = '', seed = ''] = process.argv.slice(2)

process.send?.(await result(), () => process.exit())

async function result(): Promise<PieceResult> {
  const piece = pieces.find((one) => one.name === name)
  if (piece === undefined) return ran({}, [`there is no piece ${name}`])
  try {
    return await piece.run(Number(seed), (text) => console.log(`${name}: ${text}`))
  } catch (fault) {
    return ran({}, [`${name} broke off: ${fault instanceof Error ? fault.message : String(fault)}`])
  }
}
