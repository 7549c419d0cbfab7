import { searchPageMax } from '@parley/protocol'
import type { Invocation } from '../command-line/invocation.ts'
import { plainText } from '../output/plain-text.ts'
import { patience } from '../session/find-account.ts'
import type { OpenSession } from '../session/open-session.ts'
import { callPatiently } from '../session/sdk.ts'

/** Prints people and groups, best first. */
export async function printNames(
  { output }: Invocation,
  { session }: OpenSession,
  { text, limit }: { text: string; limit: number },
  options: { timeoutMs: number; signal: AbortSignal },
): Promise<void> {
  const request = { text, limit: Math.min(limit, searchPageMax) }
  const { names } = await callPatiently(patience(session), 'searchNames', request, options)
  for (const { conversation, profile, groupName, remark } of names) {
    const json = {
      conversation: conversation ? String(conversation) : null,
      handle: profile?.handle ?? null,
      name: profile ? (profile.displayName ?? '') : (groupName ?? ''),
      remark: remark ?? '',
    }
    await output.result(json, () => {
      const called = [json.remark, json.name].filter(Boolean).map(plainText).join(' · ')
      const at = [json.handle, json.conversation === null ? '' : `#${json.conversation}`]
      return `${output.style('bold', called)}  ${at.filter(Boolean).join('  ')}`
    })
  }
}
