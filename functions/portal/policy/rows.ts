/** A form's fields by their names; a box that is ticked is `on`, one that is not is missing. */
export type PolicyFields = Readonly<Record<string, string>>;

/** One row of a form's table, as `before-2`, that has a number in it. */
export type FormRow = {
  readonly row: string;
  /** From 1, as people count the rows. */
  readonly place: number;
  /** What stands in it: a number, or what cannot be read as one. */
  readonly number: number | string;
  /** What it is sorted by. */
  readonly days: number;
};

/** Rows that a form can have of one kind; more are left unread. */
const MOST_ROWS = 40;

/** The rows called `name` that have something in their number; a row without one is not wanted. */
export function rowsOf(name: string, fields: PolicyFields): readonly FormRow[] {
  return Array.from({ length: MOST_ROWS }, (_, at) => {
    const row = `${name}-${at}`;
    const number = numberIn(fields[`${row}-days`]);
    return number === undefined
      ? []
      : [{ row, place: at + 1, number, days: typeof number === 'number' ? number : 0 }];
  }).flat();
}

/** The whole number that was typed; what cannot be read as one stays as it is, for the rules to refuse. */
export function numberIn(text = ''): number | string | undefined {
  const typed = text.trim();
  if (typed === '') return undefined;
  return /^-?\d{1,6}$/.test(typed) ? Number(typed) : typed;
}

/** The fields of ticked boxes: `name-choice` for each. */
export const ticks = (name: string, choices: readonly string[]): PolicyFields =>
  Object.fromEntries(choices.map((choice) => [`${name}-${choice}`, 'on']));

/** Those of `choices` whose box is ticked. */
export const tickedIn = (
  name: string,
  choices: readonly string[],
  fields: PolicyFields,
): readonly string[] => choices.filter((choice) => fields[`${name}-${choice}`] !== undefined);

/** The fields of `rows`, each under the name of its row: `before-2-days`. */
export function rowFields<Row>(
  name: string,
  rows: readonly Row[],
  fieldsOfRow: (row: Row) => PolicyFields,
): PolicyFields {
  const named = rows.flatMap((row, at) =>
    Object.entries(fieldsOfRow(row)).map(([field, value]) => [`${name}-${at}-${field}`, value]),
  );
  return Object.fromEntries(named);
}

/** A field of the form, and what people call it. */
type Spot = { readonly field: string; readonly name: string };

type Rows = Readonly<Record<string, readonly FormRow[]>>;

/** Where a rule about the part of a policy at `path` stands in the form. */
export function readSpot(path: readonly PropertyKey[], rows: Rows): Spot {
  const parts = path.map(String).filter((each) => each !== 'steps');
  const isOfNodes = parts[0] === 'nodes' && parts.length > 1;
  const own = isOfNodes ? [`node-${parts[1]}`, ...parts.slice(2)] : parts;
  const [part = '', place, key] = own;
  const row = rows[part]?.[Number(place)];
  return row ? rowSpot(part, row, key) : (spots[`${part}.${place}`] ?? spots[part] ?? whole);
}

const rowNames: Readonly<Record<string, string>> = {
  before: '到期以前',
  overdue: '逾期以后',
  'node-before': '节点到期以前',
  'node-overdue': '节点逾期以后',
  returns: '进度反馈',
};

function rowSpot(part: string, { row, place }: FormRow, key: string | undefined): Spot {
  const name = `${rowNames[part] ?? part}第 ${place} 行`;
  if (key === 'to') return { field: `${row}-to-owner`, name: `${name}送谁` };
  if (key === 'spanOver') return { field: `${row}-span`, name: `${name}工期` };
  return { field: `${row}-days`, name: `${name}天数` };
}

const whole: Spot = { field: '', name: '督办规则' };

const spots: Readonly<Record<string, Spot>> = {
  sendTime: { field: 'sendTime', name: '发送时刻' },
  quietFrom: { field: 'quietFrom', name: '停发时刻' },
  before: { field: 'before-0-days', name: '到期以前' },
  overdue: { field: 'overdue-0-days', name: '逾期以后' },
  'weekly.everyWorkingDays': { field: 'weekly-days', name: '此后间隔' },
  'weekly.to': { field: 'weekly-to-owner', name: '此后送谁' },
  'node-before': { field: 'node-before-0-days', name: '节点到期以前' },
  'node-overdue': { field: 'node-overdue-0-days', name: '节点逾期以后' },
  'node-weekly.everyWorkingDays': { field: 'node-weekly-days', name: '节点此后间隔' },
  'node-weekly.to': { field: 'node-weekly-to-owner', name: '节点此后送谁' },
  nodeTemplates: { field: 'template-0-id', name: '节点模板' },
  assumedTo: { field: 'assumed-to-owner', name: '估定期限送谁' },
  'signFor.withinWorkingDays': { field: 'sign-days', name: '签收时限' },
  'signFor.reportWithinWorkingDays': { field: 'sign-report', name: '反馈时限' },
  'signFor.chain': { field: 'chain-0', name: '逐级报送' },
  'handOver.withinWorkingDays': { field: 'hand-days', name: '交办签收时限' },
  'handOver.chain': { field: 'hand-chain-0', name: '交办无人签收报谁' },
  officeWithinWorkingDays: { field: 'office-days', name: '园区办时限' },
  officeEveryWorkingDays: { field: 'office-every', name: '再催园区办的间隔' },
  officeCheckedBy: { field: 'office-checked', name: '园区办自己的事项由谁核验' },
  'returns.dayOfMonth': { field: 'returns-day', name: '反馈日' },
  'returns.asked': { field: 'returns-milestone', name: '请谁反馈' },
  'pace.targets': { field: 'pace-targets', name: '指标标准' },
  'pace.bonds': { field: 'pace-bonds', name: '债券标准' },
  'pace.to': { field: 'pace-to-owner', name: '落后于序时送谁' },
  'sheets.weekly': { field: 'sheets-weekly-owner', name: '督办周报送谁' },
  'sheets.monthly': { field: 'sheets-monthly-owner', name: '督办月报送谁' },
  yellowFrom: { field: 'yellow-from', name: '黄灯' },
};
