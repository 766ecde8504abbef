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
    tasks: ['base', 'calendar', 'policy', 'contacts', 'sources'],
    targets: ['base', 'calendar', 'policy', 'tasks'],
    funding: ['base', 'policy', 'tasks', 'targets'],
    nodes: ['base', 'calendar', 'policy', 'contacts', 'tasks'],
    deadlines: ['base', 'calendar', 'policy', 'contacts', 'tasks'],
    papers: ['base', 'calendar', 'policy', 'sources', 'tasks', 'targets', 'funding', 'years'],
    years: ['base', 'calendar', 'sources', 'tasks', 'targets', 'deadlines'],
    messages: 'base calendar policy contacts tasks targets funding deadlines papers'.split(' '),
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
    calendar: [],
  },
  flows: {
    context: [],
    contacts: ['context'],
    nodes: ['context'],
    tasks: ['context', 'contacts', 'nodes'],
    targets: ['context', 'tasks'],
    funding: ['context', 'tasks', 'targets'],
    sources: ['context', 'tasks', 'funding', 'wake'],
    views: ['context', 'targets', 'funding'],
    reporting: ['context', 'tasks', 'funding', 'views'],
    files: ['context', 'targets', 'funding', 'reporting'],
    wake: ['context', 'contacts', 'nodes', 'targets', 'funding', 'views'],
    policy: ['context', 'wake'],
    calendar: ['context', 'wake'],
    years: ['context', 'contacts', 'tasks', 'nodes', 'targets'],
  },
  portal: {
    http: [],
    ui: ['http'],
    api: ['http'],
    settings: ['http', 'ui'],
    'sign-in': ['http', 'ui'],
    policy: ['http', 'ui', 'api'],
    calendar: ['http', 'ui', 'api'],
    bulletins: ['http', 'ui', 'api'],
    sources: ['http', 'ui', 'api'],
    messages: ['http', 'ui', 'api'],
    register: ['http', 'ui', 'api', 'messages'],
    contacts: ['http', 'ui', 'api', 'register'],
    funding: ['http', 'ui', 'api', 'register'],
    targets: ['http', 'ui', 'api', 'register', 'funding'],
    files: ['http', 'ui', 'api'],
    years: ['http', 'ui', 'api', 'register'],
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

export const folderRules = Object.entries(matters).flatMap(([place, folders]) =>
  Object.entries(folders)
    .map(([folder, allowed]) => folderRule(place, folder, allowed))
    .concat({
      name: `${place}-has-no-other-folder`,
      severity: 'error',
      from: {},
      to: {
        path: `^functions/${place}/[^/]+/`,
        pathNot: Object.keys(folders).map((each) => `^functions/${place}/${each}/`),
      },
    }),
);
