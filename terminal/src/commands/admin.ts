import { controlRequest, type ControlRequest } from '@parley/server'
import type { Invocation } from '../command-line/invocation.ts'
import { UsageFault } from '../command-line/usage-fault.ts'
import { password } from '../input/password.ts'
import { exitStatuses } from '../output/exit-statuses.ts'
import { Failure } from '../output/failure.ts'
import { plainText } from '../output/plain-text.ts'
import { dataFolder } from './data-folder.ts'

/** Asks the server that runs on the data folder, over a socket that only its user can open. */
export async function run(invocation: Invocation): Promise<number> {
  const { output } = invocation
  const folder = dataFolder(invocation)
  if (invocation.words[0] === 'accounts') return listAccounts(invocation, folder)
  const result = await ask(folder, await requestOf(invocation))
  await output.result(result, () => lines(result, ''))
  return exitStatuses.done
}

/** One a line, page by page. */
async function listAccounts({ output }: Invocation, folder: string): Promise<number> {
  for (let after = ''; ;) {
    const { accounts } = await ask(folder, { command: 'accounts', after })
    if (!Array.isArray(accounts) || accounts.length === 0) return exitStatuses.done
    for (const account of accounts as Listed[]) {
      const { handle, displayName, online, createdMs } = account
      const since = new Date(createdMs).toISOString().slice(0, 10)
      const state = online ? 'online' : ''
      await output.result(
        account,
        () => `${handle.padEnd(24)} ${since}  ${state.padEnd(6)}  ${plainText(displayName)}`,
      )
      after = handle
    }
  }
}

interface Listed {
  handle: string
  displayName: string
  online: boolean
  createdMs: number
}

async function ask(folder: string, request: ControlRequest): Promise<Record<string, unknown>> {
  const reply = await controlRequest(folder, request)
  if (reply === undefined) {
    const message = `no server runs on the data folder ${folder}`
    throw new Failure({ code: 'NO_SERVER', message, retry: 'later' }, exitStatuses.away)
  }
  if (!reply.ok) {
    const { code, message } = reply
    throw new Failure({ code, message, retry: 'never' }, exitStatuses.refused)
  }
  return reply.result
}

async function requestOf(invocation: Invocation): Promise<ControlRequest> {
  const [act, handle] = invocation.words
  if (act === 'status') return { command: 'status' }
  if (act === 'restart-logic') return { command: 'restartLogic' }
  if (act === 'api-keys') return { command: 'apiKeys' }
  if (handle === undefined)
    throw new UsageFault(
      'say status, accounts or restart-logic, or account, reset-password or end-devices with a HANDLE',
      'admin',
    )
  switch (act) {
    case 'account':
      return { command: 'account', handle }
    case 'create-api-key': {
      const scopes = (invocation.values['scopes'] ?? '').split(',').filter((scope) => scope !== '')
      return { command: 'createApiKey', name: handle, scopes }
    }
    case 'revoke-api-key':
      return { command: 'revokeApiKey', id: handle }
    case 'end-devices':
      return { command: 'endDevices', handle }
    case 'reset-password': {
      const prompt = `New password of ${handle}`
      return {
        command: 'resetPassword',
        handle,
        password: await password(invocation, { prompt, isNew: true }),
      }
    }
    default:
      throw new UsageFault(`admin does not know ${act}`, 'admin')
  }
}

/** Names and values, one a line; what is inside is indented. */
function lines(value: object, indent: string): string {
  return Object.entries(value)
    .map(([name, inner]: [string, unknown]) =>
      typeof inner === 'object' && inner !== null
        ? `${indent}${name}\n${lines(inner, `${indent}  `)}`
        : `${indent}${name.padEnd(16)} ${plainText(String(inner))}`,
    )
    .join('\n')
}
