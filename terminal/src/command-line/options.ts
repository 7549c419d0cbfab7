/** One option of a command, as help shows it and the parser takes it. */
export interface OptionRow {
  /** Name of its value in the help; without one it is a switch. */
  readonly value?: string
  readonly doc: string
}

export type OptionRows = Readonly<Record<string, OptionRow>>

export const jsonOption = {
  json: { doc: 'One JSON object a line on standard output; errors as JSON on standard error.' },
} as const satisfies OptionRows

export const helpOption = {
  help: { doc: 'Show this help.' },
} as const satisfies OptionRows

export const serverOptions = {
  server: {
    value: 'URL',
    doc: 'tcp:// or tls://HOST:PORT, ws:// or wss://, http:// or https:// (long-poll). Default: PARLEY_SERVER, else tcp://127.0.0.1:5801.',
  },
  as: { value: 'HANDLE', doc: 'The account to act as. Default: PARLEY_AS.' },
} as const satisfies OptionRows

export const passwordOptions = {
  'password-stdin': { doc: 'The first line of standard input is the password.' },
} as const satisfies OptionRows

export const timeoutOption = (fallback: string, doc: string) =>
  ({
    timeout: { value: 'TIME', doc: `${doc} 10s, 2m, 500ms or seconds. Default: ${fallback}.` },
  }) as const

export const dataOption = {
  data: { value: 'DIR', doc: 'The data folder of the server. Default: PARLEY_DATA, else ./data.' },
} as const satisfies OptionRows
