import { glob, readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { blanked, canonical, type Entry, steady } from './entry.ts';
import { type Checkout, outputOf } from './program.ts';

/** Stands for the folder of the sample, wherever a checkout has it. */
const SAMPLE = 'sample';
const RUQI = 'bin/ruqi.ts';

/** What commands say of the park of a walk that is over. */
const overPark: readonly (readonly string[])[] = [
  ['pace', '--date', '2022-07-01'],
  ['pace', '--date', '2022-12-30', '--format', 'jsonl'],
  ['funding', '--date', '2022-07-01'],
  ['funding', '--date', '2022-12-30', '--format', 'jsonl'],
  ['policy'],
  ['proof', '--task', 'p22-071', '--from', '2022-06-15', '--to', '2022-07-31'],
  ['proof', '--from', '2022-06-15', '--to', '2022-07-15', '--format', 'jsonl'],
  ['proof', '--weekly', '--from', '2022-06-15', '--to', '2022-12-31'],
  ['contact', 'list'],
  ['contact', 'history'],
  ['task', 'report', 'p22-013', '--as', 'guijian-owner', '--progress', '55'],
  ['sign', '--as', 'anhuan-owner'],
  ['export'],
];

const year = ['--from', '2022-01-01', '--to', '2022-12-31'];
const preview = ['preview', '--register', `${SAMPLE}/register-2022.jsonl`, ...year];

/** What commands say of files. */
const overFiles: readonly (readonly string[])[] = [
  ['read', `${SAMPLE}/plan-2022.txt`, '--year', '2022'],
  ['read', `${SAMPLE}/plan-2022.txt`, '--year', '2022', '--format', 'table'],
  preview,
  [...preview, '--contacts', `${SAMPLE}/contacts.jsonl`, '--format', 'jsonl'],
];

/** What the command line writes, on paper and into the park in `data`. */
export async function commandsOn({ folder, data }: Checkout): Promise<readonly Entry[]> {
  const sample = await sampleIn(folder);
  const files = overFiles.map((args) => commandOf(args, { folder, sample }));
  const entries = await Promise.all(files);
  for (const args of overPark) entries.push(await commandOf(args, { folder, data }));
  return entries;
}

async function sampleIn(folder: string): Promise<string> {
  const [plan] = await Array.fromAsync(glob('functions/**/plan-2022.txt', { cwd: folder }));
  return dirname(plan ?? 'none/plan-2022.txt');
}

async function commandOf(
  args: readonly string[],
  { folder, sample, data }: { folder: string; sample?: string; data?: string },
): Promise<Entry> {
  const paths = args.map((arg) => arg.replace(/^sample(?=\/)/, sample ?? SAMPLE));
  const park = data === undefined ? [] : ['--data', data];
  const said = await outputOf(folder, RUQI, ...paths, ...park);
  const [verb] = args;
  const byContent = (one: string, other: string): number =>
    blanked(one) < blanked(other) ? -1 : 1;
  const text = verb === 'export' ? said.split('\n').toSorted(byContent).join('\n') : said;
  return { kind: 'command', name: args.join(' '), text: steady(text) };
}

type Template = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

const ASSET = /[\da-f]{64}/g;

/** The templates of both stages, without the hashes of assets and without descriptions. */
export async function templatesOf({ folder, data }: Checkout): Promise<readonly Entry[]> {
  const entries: Entry[] = [];
  for (const stage of ['prod', 'test']) {
    const output = join(data, `cdk-${stage}`);
    const options = ['--quiet', '--output', output, '--context', `stage=${stage}`];
    const said = await outputOf(folder, 'node_modules/aws-cdk/bin/cdk', 'synth', ...options);
    const files = (await readdir(output).catch(() => [])).filter((name) =>
      name.endsWith('.template.json'),
    );
    if (files.length === 0) entries.push({ kind: 'template', name: `${stage} none`, text: said });
    for (const file of files) {
      const template = JSON.parse(await readFile(join(output, file), 'utf8')) as Template;
      entries.push(...partsOf(`${stage} ${file}`, template));
    }
  }
  return entries;
}

const partsOf = (file: string, template: Template): readonly Entry[] =>
  Object.entries(template)
    .filter(([section]) => section !== 'Description')
    .flatMap(([section, parts]) =>
      Object.entries(parts).map(([name, part]) => ({
        kind: 'template',
        name: `${file} ${section} ${name}`,
        text: canonical(withoutDescriptions(part)).replace(ASSET, '‹asset›'),
      })),
    );

function withoutDescriptions(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutDescriptions);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([key]) => !/^(?:Alarm)?Description$/.test(key));
  return Object.fromEntries(kept.map(([key, inner]) => [key, withoutDescriptions(inner)]));
}
