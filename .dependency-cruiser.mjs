const room = (name) => `^functions/${name}/`;
const packages = (...names) => names.map((name) => `(^|/)node_modules/${name}/`);

/** Configuration that is checked when it is deployed, and again by the function that goes by it. */
const checkedByBoth = '^functions/domain/contacts/(sign-in-settings|relay)\\.ts$';

/**
 * The folders of a room, each with those of the same room that it may import. What is not named here
 * is refused; a room's own files (`ports.ts`, `app.tsx`) are its top.
 */
const matters = {
  domain: {
    base: [],
    calendar: ['base'],
    policy: ['base', 'calendar'],
    contacts: ['base'],
    sources: ['base'],
    tasks: ['base', 'calendar', 'policy', 'contacts'],
    targets: ['base', 'calendar', 'policy', 'tasks'],
    funding: ['base', 'policy', 'tasks', 'targets'],
    deadlines: ['base', 'calendar', 'policy', 'contacts', 'tasks'],
    papers: ['base', 'calendar', 'policy', 'sources', 'tasks', 'targets', 'funding'],
    messages: [
      ...['base', 'calendar', 'policy', 'contacts', 'tasks', 'targets', 'funding'],
      ...['deadlines', 'papers'],
    ],
  },
  reader: {
    text: [],
    dates: ['text'],
    quantities: ['text'],
    owners: ['text', 'dates'],
    clauses: ['text', 'dates', 'quantities', 'owners'],
    drafts: ['text', 'dates', 'quantities', 'owners', 'clauses'],
    tables: ['text', 'dates', 'quantities', 'owners', 'clauses', 'drafts'],
    formats: ['text', 'tables'],
  },
  flows: {
    context: [],
    contacts: ['context'],
    tasks: ['context', 'contacts'],
    targets: ['context', 'tasks'],
    funding: ['context', 'tasks', 'targets'],
    sources: ['context', 'tasks', 'funding'],
    views: ['context', 'targets', 'funding'],
    reporting: ['context', 'tasks', 'funding', 'views'],
    files: ['context', 'targets', 'funding', 'reporting'],
    wake: ['context', 'contacts', 'targets', 'funding', 'views'],
    policy: ['context', 'wake'],
  },
  portal: {
    http: [],
    ui: ['http'],
    api: ['http'],
    settings: ['http', 'ui'],
    'sign-in': ['http', 'ui'],
    policy: ['http', 'ui', 'api'],
    bulletins: ['http', 'ui', 'api'],
    sources: ['http', 'ui', 'api'],
    messages: ['http', 'ui', 'api'],
    register: ['http', 'ui', 'api', 'messages'],
    contacts: ['http', 'ui', 'api', 'register'],
    funding: ['http', 'ui', 'api', 'register'],
    targets: ['http', 'ui', 'api', 'register', 'funding'],
    files: ['http', 'ui'],
    reporting: ['http', 'ui', 'register', 'targets'],
    link: ['http', 'ui', 'register', 'reporting'],
  },
};

/** The rule of one folder: the room's other folders that it does not name are refused. */
const folderRule = (place, folder, allowed) => ({
  name: `${place}-${folder}`,
  severity: 'error',
  from: { path: `^functions/${place}/${folder}/` },
  to: {
    path: `^functions/${place}/[^/]+/`,
    pathNot: [folder, ...allowed].map((each) => `^functions/${place}/${each}/`),
  },
});

const folderRules = Object.entries(matters).flatMap(([place, folders]) => [
  ...Object.entries(folders).map(([folder, allowed]) => folderRule(place, folder, allowed)),
  {
    name: `${place}-has-no-other-folder`,
    severity: 'error',
    from: {},
    to: {
      path: `^functions/${place}/[^/]+/`,
      pathNot: Object.keys(folders).map((each) => `^functions/${place}/${each}/`),
    },
  },
]);

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
        pathNot: ['^bin/', room('handlers'), '^functions/portal/ui/assets/', '^test/'],
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
