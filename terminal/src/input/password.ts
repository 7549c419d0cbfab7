import { passwordBytesMax } from '@parley/protocol'
import type { Invocation } from '../command-line/invocation.ts'
import { UsageFault } from '../command-line/usage-fault.ts'
import { exitStatuses } from '../output/exit-statuses.ts'
import { Failure } from '../output/failure.ts'
import { standardInput } from './standard-input.ts'

/** Where a password comes from when nothing is typed. Undefined: ask. @throws UsageFault, Failure */
export async function givenPassword(invocation: Invocation): Promise<string | undefined> {
  if (invocation.switches.has('password-stdin')) return readPassword(invocation)
  const password = invocation.environment['PARLEY_PASSWORD']
  return password === undefined || password === '' ? undefined : password
}

/** Asks where none was given. `isNew`: twice. @throws Failure NO_PASSWORD */
export async function password(
  invocation: Invocation,
  input: { prompt: string; isNew?: boolean },
): Promise<string> {
  const given = await givenPassword(invocation)
  if (given !== undefined) return given
  const { promptPassword } = await import('./prompt-password.ts')
  const typed = await promptPassword(`${input.prompt}: `)
  if (typed === undefined) throw noPassword()
  if (input.isNew === true && (await promptPassword('The same again: ')) !== typed)
    throw new UsageFault('the two passwords differ', invocation.command)
  return typed
}

async function readPassword({ command }: Invocation): Promise<string> {
  const line = await standardInput().next()
  if (line === undefined) throw new UsageFault('standard input is empty: no password', command)
  if ('tooLong' in line || line.bytes.length > passwordBytesMax)
    throw new UsageFault(`a password has at most ${passwordBytesMax} bytes`, command)
  if (line.bytes.length === 0)
    throw new UsageFault('the first line of standard input is empty: no password', command)
  return new TextDecoder().decode(line.bytes)
}

function noPassword(): Failure {
  const message = 'no password, and no terminal to ask for it'
  const advice = ['Use --password-stdin or PARLEY_PASSWORD, or store a device with parley login.']
  const body = { code: 'NO_PASSWORD', message, retry: 'login' } as const
  return new Failure(body, exitStatuses.notSignedIn, { advice })
}
