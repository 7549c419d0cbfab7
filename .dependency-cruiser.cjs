// What the regular expressions of tools/layers.test.ts cannot see: cycles, computed paths, packages
// that nobody declared. The same layer order as there.
const serverLayers = ['base', 'data', 'session', 'logic', 'commands', 'access', 'link', 'app']
const clientLayers = ['base', 'transport', '(connection|cache)', 'sync', 'api']
const tests = '\\.(test|contract)\\.tsx?$|/(test|testing)/'

const upward = (folder, layers) =>
  layers.slice(0, -1).map((layer, i) => ({
    name: `${folder.replace('/src', '')}-${layer.replace(/\W+/g, '-')}-imports-up`,
    severity: 'error',
    from: { path: `^${folder}/${layer}/`, pathNot: tests },
    to: { path: `^${folder}/(${layers.slice(i + 1).join('|')})/` },
  }))

module.exports = {
  forbidden: [
    ...upward('server/src', serverLayers),
    ...upward('client/src', clientLayers),
    {
      name: 'no-cycles',
      severity: 'error',
      comment: 'Types may refer to each other, code may not.',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'protocol-imports-nothing-of-ours',
      severity: 'error',
      from: { path: '^protocol/src/', pathNot: tests },
      to: { path: '^(client|server|terminal|web|testkit|bench|tools)/' },
    },
    {
      name: 'product-imports-no-testkit',
      severity: 'error',
      from: { path: '^(protocol|client|server|terminal|web)/', pathNot: tests },
      to: { path: '^(testkit|bench)/' },
    },
    {
      name: 'client-and-server-do-not-meet',
      severity: 'error',
      from: { path: '^(client|web)/', pathNot: tests },
      to: { path: '^(server|terminal)/' },
    },
    {
      name: 'server-knows-no-client',
      severity: 'error',
      from: { path: '^server/', pathNot: tests },
      to: { path: '^(client|web|terminal)/' },
    },
    {
      name: 'unresolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^(virtual:|node:)|\\?' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|\\.stamp)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.d.ts', '.json'],
    },
  },
}
