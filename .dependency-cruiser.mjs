import { folderRules } from './.dependency-folders.mjs';

const room = (name) => `^functions/${name}/`;
const packages = (...names) => names.map((name) => `(^|/)node_modules/${name}/`);

/** Configuration that is checked when it is deployed, and again by the function that goes by it. */
const checkedByBoth = '^functions/domain/contacts/(sign-in-settings|relay)\\.ts$';

export default {
  forbidden: [
    ...folderRules,
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-cycles-of-folders',
      severity: 'error',
      scope: 'folder',
      from: { path: '^functions/' },
      to: { circular: true },
    },
    {
      name: 'no-orphans',
      severity: 'error',
      from: {
        orphan: true,
        pathNot: ['^bin/', room('handlers'), '^functions/portal/.+\\.js$', '^test/'],
      },
      to: {},
    },
    {
      name: 'domain-is-pure',
      severity: 'error',
      from: { path: room('domain') },
      to: {
        pathNot: [
          room('domain'),
          ...packages('zod', 'temporal-polyfill', 'chinese-days', 'fraction.js', 'tyme4ts'),
        ],
      },
    },
    {
      name: 'the-reader-takes-no-files',
      severity: 'error',
      from: { path: room('reader') },
      to: { path: room('files') },
    },
    {
      name: 'documents-and-files-are-pure',
      severity: 'error',
      from: { path: room('(reader|files)') },
      to: {
        path: ['^(bin|lib)/', '^functions/', '@aws-sdk/'],
        pathNot: [room('domain'), room('(reader|files)')],
      },
    },
    {
      name: 'flows-know-no-cloud',
      severity: 'error',
      from: { path: room('flows') },
      to: {
        pathNot: [
          room('domain'),
          room('(reader|files)'),
          room('flows'),
          ...packages('zod', 'temporal-polyfill', 'p-map'),
        ],
      },
    },
    {
      name: 'only-edges-open-a-park',
      comment:
        'A flow is handed the context. A new park has none, and only a link says which park it is of.',
      severity: 'error',
      from: {
        path: room('flows'),
        pathNot: [
          room('flows/context'),
          '/flows/tasks/(open-park|open-link)\\.ts$',
          // What is planned by a new policy, or by new holidays, has to see them.
          '/flows/policy/adopt-policy\\.ts$',
          '/flows/calendar/enter-holidays\\.ts$',
        ],
      },
      to: { path: '/flows/context/open-context\\.ts$' },
    },
    {
      name: 'adapters-stay-apart',
      severity: 'error',
      from: { path: '^functions/(register|clock|delivery)/' },
      to: {
        path: '^functions/',
        pathNot: ['^functions/$1/', room('domain'), '/flows/ports\\.ts$'],
      },
    },
    {
      name: 'the-portal-shows-domain-and-flows',
      severity: 'error',
      from: { path: room('portal') },
      to: {
        path: ['^(bin|lib)/', '^functions/', '@aws-sdk/'],
        pathNot: [room('domain'), room('flows'), room('portal')],
      },
    },
    {
      name: 'runtime-knows-no-room',
      severity: 'error',
      from: { path: room('runtime') },
      to: { path: ['^functions/', '@aws-sdk/'], pathNot: [room('runtime')] },
    },
    {
      name: 'nobody-imports-handlers',
      severity: 'error',
      from: { path: '^(bin|lib|functions)/', pathNot: room('handlers') },
      to: { path: room('handlers'), pathNot: room('handlers/wiring') },
    },
    {
      name: 'only-the-command-line-takes-the-wiring',
      severity: 'error',
      from: { path: '^(lib|functions)/|^bin/app\\.ts$', pathNot: room('handlers') },
      to: { path: room('handlers/wiring') },
    },
    {
      name: 'only-the-command-line-imports-local',
      severity: 'error',
      from: { path: '^(bin|lib|functions)/', pathNot: ['^bin/', room('local')] },
      to: { path: room('local') },
    },
    {
      name: 'the-cdk-app-knows-only-lib',
      severity: 'error',
      from: { path: '^bin/app\\.ts$' },
      to: { path: '^functions/' },
    },
    {
      name: 'functions-know-no-cdk',
      severity: 'error',
      from: { path: '^functions/' },
      to: { path: ['^lib/', '^bin/', 'node_modules/aws-cdk-lib', 'node_modules/constructs'] },
    },
    {
      name: 'lib-takes-only-types-of-settings',
      severity: 'error',
      from: { path: '^lib/' },
      to: {
        path: '^functions/',
        pathNot: checkedByBoth,
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'lib-knows-no-room-but-settings',
      severity: 'error',
      from: { path: '^lib/' },
      to: { path: '^functions/', pathNot: ['^functions/runtime/settings\\.ts$', checkedByBoth] },
    },
    {
      name: 'nobody-imports-tests',
      severity: 'error',
      from: { pathNot: '^test/' },
      to: { path: '^test/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    parser: 'swc',
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
      extensions: ['.ts', '.js', '.mjs', '.json'],
    },
  },
};
