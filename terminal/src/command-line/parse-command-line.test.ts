import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { commands } from './commands.ts'
import { parseCommandLine, wantsJson } from './parse-command-line.ts'
import { UsageFault } from './usage-fault.ts'

const parse = (line: string) => parseCommandLine(line.split(' ').filter(Boolean))
const refuses = (line: string, message: RegExp) =>
  assert.throws(
    () => parse(line),
    (thrown) => thrown instanceof UsageFault && message.test(thrown.message),
  )

suite('parseCommandLine', () => {
  test('values, switches and words', () => {
    assert.deepEqual(
      parse(
        'send --server tcp://h:1 --as ann --to=ben --text -- --json'.replace(
          ' -- --json',
          ' x --json',
        ),
      ),
      {
        ask: 'run',
        command: 'send',
        values: { server: 'tcp://h:1', as: 'ann', to: 'ben', text: 'x' },
        switches: new Set(['json']),
        words: [],
      },
    )
    assert.deepEqual(parse('admin account ann --data d'), {
      ask: 'run',
      command: 'admin',
      values: { data: 'd' },
      switches: new Set(),
      words: ['account', 'ann'],
    })
  })

  test('a text that begins with a dash, and one that looks like an option, are taken with =', () => {
    const line = parseCommandLine(['send', '--text=--json', '--to=-x'])
    assert.ok(line.ask === 'run')
    assert.deepEqual(line.values, { text: '--json', to: '-x' })
    assert.deepEqual(line.switches, new Set())
  })

  test('help and version, of the program and of a command', () => {
    assert.deepEqual(parse(''), { ask: 'help', command: undefined })
    assert.deepEqual(parse('--help'), { ask: 'help', command: undefined })
    assert.deepEqual(parse('help send'), { ask: 'help', command: 'send' })
    assert.deepEqual(parse('serve --port 0 --help'), { ask: 'help', command: 'serve' })
    assert.deepEqual(parse('--version'), { ask: 'version' })
  })

  test('what is wrong is said, and that nothing was guessed', () => {
    refuses('sned --to x', /no command "sned".*send\?/)
    refuses('--json send', /the command comes first/)
    refuses('send --too x', /no option --too/)
    refuses('send --to', /--to needs a value/)
    refuses('send --to a --to b', /--to is given twice/)
    refuses('send --json=yes', /--json takes no value/)
    refuses('send hello world', /what is "hello" for/)
    refuses('help nothing', /no command/)
    refuses('toString', /no command/)
  })

  test('serve hands the settings of the server through', () => {
    const line = parse('serve --data d --port=0 --behind-proxy --tcp-port 1')
    assert.ok(line.ask === 'run')
    assert.deepEqual(line.values, { data: 'd', port: '0', 'behind-proxy': 'on', 'tcp-port': '1' })
    refuses('serve 5800', /what is "5800" for/)
    refuses('serve --port 1 --port 2', /given twice/)
  })

  test('doctor tells its own switches from settings', () => {
    const line = parse('doctor --store --json --data d')
    assert.ok(line.ask === 'run')
    assert.deepEqual([...line.switches], ['store', 'json'])
    assert.deepEqual(line.values, { data: 'd' })
  })

  test('--json is heard also where the rest of the line is wrong', () => {
    assert.equal(wantsJson(['send', '--nonsense', '--json']), true)
    assert.equal(wantsJson(['send', '--', '--json']), false)
  })

  test('every one-shot command takes --json', () => {
    for (const [name, { options }] of Object.entries(commands))
      if (name !== 'serve' && name !== 'chat') assert.ok('json' in options, name)
  })
})
