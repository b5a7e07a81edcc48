// Areas in order-to-cash order: each may import the ones before it.
const FLOW = require('./areas.json')
const LAYERS = {
  core: [],
  formats: ['core'],
  i18n: ['core'],
  server: ['core', 'generated'],
  ui: ['core', 'i18n'],
  features: ['core', 'formats', 'i18n', 'server', 'ui'],
  worker: ['core', 'server', 'features'],
  cli: ['core', 'formats', 'server', 'features'],
  app: ['core', 'i18n', 'server', 'ui', 'features'],
}
const part = (name) => `^src/features/[^/]+/${name}`
const isTest = '\\.test\\.tsx?$'
const forbid = (name, from, to) => ({ name, severity: 'error', from, to })

const layers = Object.entries(LAYERS).map(([layer, below]) =>
  forbid(
    `${layer}-imports-only-below`,
    { path: `^src/${layer}/`, pathNot: isTest },
    { path: '^src/', pathNot: [layer, ...below].map((name) => `^src/${name}/`) },
  ),
)

const flow = FLOW.slice(0, -1).map((area, at) =>
  forbid(
    `${area}-never-looks-downstream`,
    { path: `^src/features/${area}/`, pathNot: isTest },
    { path: `^src/features/(${FLOW.slice(at + 1).join('|')})/` },
  ),
)

const parts = [
  forbid('areas-are-listed', {}, { path: '^src/features/', pathNot: `^src/features/(${FLOW.join('|')})/` }),
  forbid('rules-are-pure', { path: part('rules/'), pathNot: isTest }, { pathNot: ['^src/core/', part('rules/')] }),
  forbid(
    'schemas-and-policy-reach-the-browser',
    { path: part('(schemas|policy)\\.ts$') },
    { path: '^src/', pathNot: ['^src/core/', part('(rules/|schemas\\.ts)')] },
  ),
  forbid(
    'ui-reaches-the-server-only-through-actions',
    { path: part('ui/'), pathNot: isTest },
    { path: ['^src/server/', part('(queries|commands|jobs|imports|exports)/')], dependencyTypesNot: ['type-only'] },
  ),
  // The browser checks answers with the small edition: the whole one is a tenth of a page's script.
  forbid(
    'ui-checks-with-zod-mini',
    { path: ['^src/ui/', part('ui/')], pathNot: isTest },
    { path: 'node_modules/zod/', pathNot: 'node_modules/zod/mini/' },
  ),
  forbid('actions-are-thin', { path: part('actions\\.ts$') }, { path: '^src/', pathNot: ['^src/server/action\\.ts$', part('commands/')] }),
  forbid('pages-never-write', { path: '^src/app/(?!api/)' }, { path: part('(commands|jobs)/') }),
  forbid(
    'only-imports-and-exports-touch-formats',
    { path: part(''), pathNot: [part('(imports|exports)/'), isTest] },
    { path: '^src/formats/' },
  ),
  forbid('nothing-imports-tests', { path: '^src/', pathNot: isTest }, { path: '^tests/' }),
  forbid('no-cycles', {}, { circular: true }),
]

module.exports = {
  forbidden: [...layers, ...flow, ...parts],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: ['node_modules', '^src/generated'] },
    enhancedResolveOptions: {
      conditionNames: ['react-server', 'import', 'require', 'node', 'default', 'types'],
      exportsFields: ['exports'],
    },
  },
}
