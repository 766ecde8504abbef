import { basename } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { stateCouncilCalendar } from '../../functions/domain/calendar/working-calendar.ts';
import type { Directory } from '../../functions/domain/contacts/contact.ts';
import { tasksOfSteps } from '../../functions/domain/funding/funding-task.ts';
import { defaultPolicy } from '../../functions/domain/policy/default-policy.ts';
import type { Rules } from '../../functions/domain/policy/hours.ts';
import type { Policy } from '../../functions/domain/policy/policy.ts';
import { readPolicy } from '../../functions/domain/policy/read-policy.ts';
import type { Task } from '../../functions/domain/tasks/task.ts';
import { readConfirmation } from '../../functions/files/read-confirmation.ts';
import { readContacts } from '../../functions/files/read-contacts.ts';
import { readFunding } from '../../functions/files/read-funding.ts';
import { readJson } from '../../functions/files/read-json.ts';
import { readRegister } from '../../functions/files/read-register.ts';
import { confirmed } from '../../functions/reader/confirmation.ts';
import { badOption, readInput } from '../options.ts';

const timeZone = 'Asia/Shanghai';

/** The policy in `file`, or the default policy. @throws {BadInput} if it is not valid. */
export async function previewPolicy(file: string | undefined): Promise<Policy> {
  if (file === undefined) return defaultPolicy;
  return readPolicy(readJson(await readInput(file), basename(file)), timeZone);
}

/** The rules of a park with `policy` from the beginning. */
export function previewRules(policy: Policy): Rules {
  return {
    policies: [{ policy, from: Temporal.PlainDate.from('2000-01-01') }],
    calendar: stateCouncilCalendar,
    timeZone,
  };
}

/** The contacts in `file`, or null without one. @throws {BadInput} if they are not valid. */
export async function previewDirectory(file: string | undefined): Promise<Directory | null> {
  if (file === undefined) return null;
  return readContacts(await readInput(file), basename(file)).directory;
}

function yearOption(value: string | undefined): number | null {
  if (value === undefined) return null;
  if (/^20\d\d$/.test(value)) return Number(value);
  throw badOption('year', `“${value}”不是年份`, '请写成 --year 2022');
}

/**
 * The tasks of a register as of the start of day `from`.
 *
 * @throws {BadInput} if an option or a file is not valid.
 */
export async function previewTasks(
  options: { readonly register?: string; readonly confirmation?: string; readonly year?: string },
  from: Temporal.PlainDate,
  directory: Directory | null,
): Promise<readonly Task[]> {
  if (options.register === undefined) {
    throw badOption('register', '没有给出登记表', '请写成 --register 登记表.jsonl');
  }
  const context = {
    park: 'preview',
    plan: yearOption(options.year),
    at: startOf(from),
    directory,
  };
  const file = basename(options.register);
  const tasks = readRegister(await readInput(options.register), file, context);
  if (options.confirmation === undefined) return tasks;
  const name = basename(options.confirmation);
  return confirmed(tasks, readConfirmation(await readInput(options.confirmation), name), name);
}

/** `tasks` together with the open funding steps in `file`. */
export async function withMoney(
  tasks: readonly Task[],
  file: string | undefined,
  from: Temporal.PlainDate,
): Promise<readonly Task[]> {
  if (file === undefined) return tasks;
  const { instruments, steps } = readFunding(await readInput(file), basename(file), tasks);
  return [...tasks, ...tasksOfSteps(steps, instruments, tasks, startOf(from))];
}

const startOf = (day: Temporal.PlainDate): Temporal.Instant =>
  day.toZonedDateTime(timeZone).toInstant();
