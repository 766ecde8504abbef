import { readFile } from 'node:fs/promises';
import type { Temporal } from 'temporal-polyfill';
import type { ParkFigures } from '../domain/funding/park-figures.ts';
import type { Source } from '../domain/sources/source.ts';
import { planCode } from '../domain/sources/source-code.ts';
import type { Task } from '../domain/tasks/task.ts';
import { readConfirmation } from '../files/read-confirmation.ts';
import { type ContactsFile, readContacts } from '../files/read-contacts.ts';
import { readFunding } from '../files/read-funding.ts';
import { readEnterprises, readProjects } from '../files/read-lists.ts';
import { readTargets } from '../files/read-targets.ts';
import { confirmDrafts } from '../reader/confirm.ts';
import { readDocument } from '../reader/formats/read-document.ts';
import { readPlan } from '../reader/read-plan.ts';
import { areaNames } from '../reader/text/area-names.ts';

/** The sample park: the real plan of 临湘高新区 for 2022, with invented posts and dates set by its office. */
export const samplePark = { id: 'linxiang', name: '临湘高新区', plan: 2022 } as const;

const PLAN = 'plan-2022.txt';
const CONFIRMATION = 'confirmation-2022.json';
const CONTACTS = 'contacts.jsonl';
const TARGETS = 'targets-2022.jsonl';
const PROJECTS = 'projects-2022.jsonl';
const ENTERPRISES = 'enterprises-2022.jsonl';
const FUNDING = 'funding-2022.jsonl';

const load = (name: string): Promise<Uint8Array> =>
  readFile(new URL(`sample/${name}`, import.meta.url));

/** The initial contents of the sample park. */
type Sample = ContactsFile & {
  readonly tasks: readonly Task[];
  readonly source: Source;
  readonly text: string;
  readonly figures: ParkFigures;
};

/**
 * Reads the sample: the tasks of the plan, confirmed as of `at`, the contacts, and invented figures for
 * half a year.
 */
export async function readSample(at: Temporal.Instant): Promise<Sample> {
  const contacts = readContacts(await load(CONTACTS), CONTACTS);
  const confirmation = readConfirmation(await load(CONFIRMATION), CONFIRMATION);
  const document = await readDocument(await load(PLAN), PLAN);
  const { drafts } = readPlan(document, { year: samplePark.plan });
  const { directory } = contacts;
  const context = { park: samplePark.id, at, directory, file: CONFIRMATION };
  const source: Source = {
    id: planCode(samplePark.plan),
    park: samplePark.id,
    kind: 'annualPlan',
    title: '临湘高新区2022年工作计划',
    documentNumber: '',
    date: null,
    from: '',
    readers: null,
    year: samplePark.plan,
    areas: [...areaNames(document)],
    versions: [{ number: 1, file: PLAN, review: null }],
  };
  const tasks = confirmDrafts(drafts, confirmation, context);
  return { ...contacts, source, text: document.text, tasks, figures: await readFigures(tasks) };
}

const readFigures = async (tasks: readonly Task[]): Promise<ParkFigures> => ({
  targets: readTargets(await load(TARGETS), TARGETS, tasks),
  projects: readProjects(await load(PROJECTS), PROJECTS, samplePark.id),
  enterprises: readEnterprises(await load(ENTERPRISES), ENTERPRISES, samplePark.id),
  ...readFunding(await load(FUNDING), FUNDING, tasks),
});
