import type { Temporal } from 'temporal-polyfill';
import { roleName } from '../../functions/domain/base/role.ts';
import { dayWords, dueMark } from '../../functions/domain/base/words.ts';
import type { Addressed } from '../../functions/domain/messages/rehearsal.ts';
import type { Difference } from '../../functions/domain/messages/rehearsal-difference.ts';
import { stepKeyOf } from '../../functions/domain/tasks/occasion-codec.ts';
import { occasionWords } from '../../functions/domain/tasks/occasion-words.ts';
import { localTime, TIME_ZONE } from '../../functions/local/local-time.ts';
import type { Terminal } from '../command.ts';

/** One line of JSON for each message; of a comparison with what changes, and when it went out before. */
export function printLines(lines: readonly (Addressed | Difference)[], { out }: Terminal): void {
  for (const line of lines) {
    const { at, task, occasion, contact, role, lamp } = line;
    const due = task.due?.toString() ?? null;
    const compared =
      'change' in line
        ? { change: line.change, before: line.before && withOffset(line.before) }
        : {};
    const message = { task: task.id, rung: stepKeyOf(occasion), contact, role, lamp, due };
    out(JSON.stringify({ at: withOffset(at), ...message, ...compared }));
  }
}

const withOffset = (instant: Temporal.Instant): string =>
  instant.toZonedDateTimeISO(TIME_ZONE).toString({ timeZoneName: 'never', smallestUnit: 'second' });

/** The messages by morning, as a person reads them. */
export function printText(lines: readonly Addressed[], { out }: Terminal): void {
  let morning = '';
  for (const line of lines) {
    const local = line.at.toZonedDateTimeISO(TIME_ZONE);
    const day = local.toPlainDate();
    if (day.toString() !== morning) {
      out(
        `\n${day.toString()} ${dayWords(day, day)} ${local.toPlainTime().toString().slice(0, 5)}`,
      );
    }
    morning = day.toString();
    out(`  ${words(line)}`);
  }
  out(`\n共 ${lines.length} 条。`);
}

function words({ task, role, contact, reason, occasion }: Addressed): string {
  const due =
    task.due === null ? '' : `期限 ${task.due.toString()}〔${dueMark[task.duePrecision]}〕`;
  return `${roleName[role]} ${contact}：${task.title}，${due}，${reason}（${occasionWords(occasion)}）`;
}

const changeName = { added: '新增', dropped: '取消', moved: '改期' } as const;

/** What changes between two policies, line by line, and how much altogether. */
export function printDifferences(differences: readonly Difference[], { out }: Terminal): void {
  for (const each of differences) {
    const from = each.change === 'moved' && each.before ? `（原 ${localTime(each.before)}）` : '';
    out(`${changeName[each.change]} ${localTime(each.at)}${from} ${words(each)}`);
  }
  const count = (change: Difference['change']): number =>
    differences.filter((each) => each.change === change).length;
  out(`\n新增 ${count('added')} 条，取消 ${count('dropped')} 条，改期 ${count('moved')} 条。`);
}
