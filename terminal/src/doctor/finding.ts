/** What one check came to. `advice` says what to do, where something is to be done. */
export interface Finding {
  check: string
  state: 'ok' | 'warning' | 'wrong'
  message: string
  advice?: string
}

export const ok = (check: string, message: string): Finding => ({ check, state: 'ok', message })
export const warning = (check: string, message: string, advice: string): Finding => ({
  check,
  state: 'warning',
  message,
  advice,
})
export const wrong = (check: string, message: string, advice: string): Finding => ({
  check,
  state: 'wrong',
  message,
  advice,
})
