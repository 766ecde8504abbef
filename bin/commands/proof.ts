import { Temporal } from 'temporal-polyfill';
import { isReadable } from '../../functions/domain/base/faults.ts';
import { mondayOf, weekWords } from '../../functions/domain/calendar/period.ts';
import { LOOK_BACK } from '../../functions/domain/messages/digest.ts';
import { escalationsIn } from '../../functions/domain/messages/escalations.ts';
import { loadOf } from '../../functions/domain/messages/load.ts';
import { proofsOf } from '../../functions/domain/messages/proof.ts';
import { proofRecord, proofWords } from '../../functions/domain/messages/proof-words.ts';
import { localDay } from '../../functions/domain/policy/hours.ts';
import { openContext } from '../../functions/flows/context/open-context.ts';
import type { Command, Terminal } from '../command.ts';
import { dayOption, isJsonLines, readOptions } from '../options.ts';
import { type ParkAccess, parkOptions, parkUsage, withPark } from '../park-access.ts';

const spec = {
  task: { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
  weekly: { type: 'boolean' },
  format: { type: 'string' },
  ...parkOptions,
} as const;

/** Proves delivery: which notice was sent to whom, when, and how it was answered. */
export const proof: Command = {
  summary: '送达凭证：哪条提醒何时计划、何时发出、谁签收、报到了哪一级',
  usage: [
    '用法：npm run -s ruqi -- proof [--task 事项编号] [--from 2022-06-01] [--to 2022-06-30]',
    '  --task 编号          只列一个事项',
    '  --from / --to 日期   提醒的日期，默认最近 62 天',
    '  --weekly             改为统计每个联系人每周收到几条消息，其中几条是同一天补发的',
    '  --format text|jsonl  默认 text',
    parkUsage,
  ].join('\n'),
  run: (args, terminal) => {
    const options = readOptions(args, spec);
    const isJson = isJsonLines(options.format);
    const [from, to] = [options.from, options.to].map((day, at) =>
      day === undefined ? undefined : dayOption(at === 0 ? 'from' : 'to', day),
    );
    return withPark(options, terminal, async (access) => {
      const told = await ledgerOf(access, from, to);
      if (options.weekly ?? false) printLoad(told, isJson, terminal);
      else printProofs(told, { task: options.task, isJson }, terminal);
    });
  },
};

/** The digests of a span of days, with what is needed to print them. */
type SentDigests = Awaited<ReturnType<typeof ledgerOf>>;

async function ledgerOf(
  { ports, park }: ParkAccess,
  from?: Temporal.PlainDate,
  to?: Temporal.PlainDate,
) {
  const { rules, directory } = await openContext(park, ports);
  const last = to ?? localDay(ports.now(), rules);
  const first = from ?? last.subtract(LOOK_BACK);
  const stored = await Array.fromAsync(ports.ledger.between(park, first, last));
  const digests = stored.filter(isReadable).map(({ value }) => value);
  return { digests, rules, last, nameOf: (id: string) => directory.contact(id)?.post ?? id };
}

function printProofs(
  { digests, rules, nameOf }: SentDigests,
  { task, isJson }: { readonly task: string | undefined; readonly isJson: boolean },
  { out }: Terminal,
): void {
  const escalations = escalationsIn(digests, rules);
  const proofs = digests
    .flatMap((digest) => proofsOf(digest, escalations))
    .filter((each) => task === undefined || each.task === task)
    .toSorted((a, b) => Temporal.Instant.compare(a.plannedAt, b.plannedAt));
  for (const each of proofs) {
    out(isJson ? JSON.stringify(proofRecord(each)) : proofWords(each, nameOf, rules));
  }
  if (!isJson) out(`共 ${proofs.length} 条。`);
}

function printLoad(
  { digests, rules, nameOf, last }: SentDigests,
  isJson: boolean,
  { out }: Terminal,
): void {
  for (const load of loadOf(digests, rules)) {
    const { contact, week, messages, stragglers } = load;
    const late = stragglers === 0 ? '' : `，其中 ${stragglers} 条是当天补发`;
    const dates = weekWords(mondayOf(week), last);
    out(isJson ? JSON.stringify(load) : `${dates} ${nameOf(contact)}：${messages} 条${late}`);
  }
}
