import { bodyBytes } from '../lab/body.ts'

const indexDigits = 8
const fromDigits = 4

/** The text of a message that says which of its sender's it is, and who that is. */
export function numbered(index: number, from = 0): string {
  const head = String(index).padStart(indexDigits, '0') + String(from).padStart(fromDigits, '0')
  return head.padEnd(bodyBytes, 'x')
}

export function numbersOf(text: string): { index: number; from: number } {
  const from = Number(text.slice(indexDigits, indexDigits + fromDigits))
  return { index: Number(text.slice(0, indexDigits)), from }
}
