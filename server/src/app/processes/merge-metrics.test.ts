import assert from 'node:assert/strict'
import { test } from 'node:test'
import { mergeMetrics } from './merge-metrics.ts'

test('figures of one name stand together, each marked with its process', () => {
  const one =
    '# HELP a An a.\n# TYPE a counter\na 1\na{x="y z"} 2\n# HELP b A b.\n# TYPE b gauge\nb{} 3\n'
  const two = '# HELP a An a.\n# TYPE a counter\na 4\n'
  assert.equal(
    mergeMetrics([
      { process: 'p', text: one },
      { process: 'q', text: two },
    ]),
    [
      ...['# HELP a An a.', '# TYPE a counter', 'a{process="p"} 1', 'a{process="p",x="y z"} 2'],
      ...['a{process="q"} 4', '# HELP b A b.', '# TYPE b gauge', 'b{process="p"} 3', ''],
    ].join('\n'),
  )
})
