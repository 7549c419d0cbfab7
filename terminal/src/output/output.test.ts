import assert from 'node:assert/strict'
import { test } from 'node:test'
import { IMError } from '../session/sdk.ts'
import { UsageFault } from '../command-line/usage-fault.ts'
import { Failure, failureOf } from './failure.ts'
import { Output, type Writable } from './output.ts'
import { plainText } from './plain-text.ts'

class FakeStream implements Writable {
  text = ''
  held: (() => void)[] = []
  fail: (error: Error) => void = () => {}
  isSlow = false
  write(text: string, done: () => void): boolean {
    this.text += text
    if (this.isSlow) this.held.push(done)
    else queueMicrotask(done)
    return true
  }
  on(_: 'error', listener: (error: Error) => void): void {
    this.fail = listener
  }
}

function fakeOutput(isJson: boolean) {
  const [out, err] = [new FakeStream(), new FakeStream()]
  return { out, err, output: new Output({ out, err }, isJson) }
}

test('errors have one shape, and no stack', async () => {
  const { err, output } = fakeOutput(true)
  await output.failure(
    new Failure({ code: 'X', message: 'm', retry: 'later' }, 3, { detail: { notAcked: [] } }),
  )
  assert.equal(err.text, '{"error":{"code":"X","message":"m","retry":"later","notAcked":[]}}\n')
})

test('what is thrown decides the exit status', () => {
  const status = (thrown: unknown) => failureOf(thrown)?.status
  assert.equal(status(new UsageFault('x')), 2)
  assert.equal(status(new IMError('NOT_FOUND')), 1)
  assert.equal(status(new IMError('BLOCKED')), 1)
  assert.equal(status(new IMError('BAD_CREDENTIALS')), 4)
  assert.equal(status(new IMError('TOKEN_INVALID')), 4)
  assert.equal(status(new IMError('SIGNED_OUT')), 4)
  assert.equal(status(new IMError('CONNECT_FAILED')), 3)
  assert.equal(status(new IMError('RATE_LIMITED')), 3)
  assert.equal(status(Object.assign(new Error('no'), { syscall: 'open', code: 'EACCES' })), 1)
  assert.equal(status(new TypeError('ours')), undefined)
})

test('a reader that went away is no error, and nothing waits for it', async () => {
  const { out, output } = fakeOutput(false)
  out.isSlow = true
  void output.result({}, () => 'x')
  out.fail(new Error('EPIPE'))
  assert.equal(output.closed.aborted, true)
  await output.result({}, () => 'y')
  await output.flush()
  assert.equal(out.text, 'x\n')
})

test('[R13] a slow reader holds the writer back', async () => {
  const { out, output } = fakeOutput(false)
  out.isSlow = true
  let written = 0
  const writing = (async () => {
    for (; written < 2_000; written += 1) await output.result({}, () => 'x')
  })()
  await new Promise((resolve) => setImmediate(resolve))
  assert.ok(written < 300, `${written} lines wait`)
  out.isSlow = false
  for (const done of out.held.splice(0)) done()
  await writing
  assert.equal(out.text.length, 4_000)
})

test('text of others cannot drive the terminal', () => {
  assert.equal(plainText('a\u001b[2Jb\u0007\u009bc\r'), 'a␛[2Jb␇\ufffdc␍')
  assert.equal(plainText('你好 😀\n\tx'), '你好 😀\n\tx')
})
