import { type IM, IMError } from '@parley/client/browser'
import { factsOf } from './use-file-facts.ts'

/** Has the browser save a file, by an address that is good now. @throws IMError NOT_FOUND: it is not there any more */
export async function saveFile(
  im: IM,
  conversation: number,
  attachment: { file?: number | null; name?: string | null },
): Promise<void> {
  const facts = await factsOf(im, conversation, attachment.file ?? 0)
  if (facts === undefined) throw new IMError('NOT_FOUND')
  const link = document.createElement('a')
  link.href = facts.url
  link.download = attachment.name || facts.name
  link.rel = 'noopener'
  link.click()
}
