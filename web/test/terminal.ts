import type { TestContext } from 'node:test'
import { createAccountClient, createIM, type IM } from '@parley/client/node'
import { password } from './person.ts'

/** Somebody new, on a terminal: the SDK beside the browsers. */
export async function terminal(t: TestContext, url: string, handle: string): Promise<IM> {
  const device = { deviceClass: 6, name: 'terminal' }
  const { accessToken } = await createAccountClient(url).register({ handle, password, device })
  const im = createIM({ url, token: async () => accessToken })
  t.after(() => im.stop())
  await im.start()
  return im
}
