import { Temporal } from 'temporal-polyfill';
import { exact, inChinese, problemsOf } from '../base/parsing.ts';
import { BadInput } from '../base/problems.ts';
import { Policy } from './policy.ts';

/** A policy as entered; rejects unknown fields. */
const ExactPolicy = exact(Policy);

/**
 * Validates a policy for a park in `timeZone`.
 *
 * @param timeZone - IANA name.
 * @throws {BadInput} listing all invalid fields, including a send time that daylight saving skips.
 */
export function readPolicy(document: unknown, timeZone: string): Policy {
  const parsed = ExactPolicy.safeParse(document, { error: inChinese });
  if (!parsed.success) throw new BadInput(problemsOf(parsed.error, '督办规则'));
  const gap = skippedOn(parsed.data.sendTime, timeZone);
  if (gap) {
    throw new BadInput([
      {
        place: '督办规则 sendTime',
        message: `发送时刻 ${parsed.data.sendTime} 在 ${timeZone} 的 ${gap.toString()} 不存在（夏令时跳过）`,
        remedy: '请换一个每天都有的时刻，例如 08:00',
      },
    ]);
  }
  return parsed.data;
}

/** Clock changes are regular; two decades cover every hour that a zone skips. */
const FIRST_YEAR = '2020-01-01T00:00Z';
const LAST_YEAR = 2040;

/** A day on which `time` does not exist in `timeZone`, if any. */
function skippedOn(time: string, timeZone: string): Temporal.PlainDate | undefined {
  let change = Temporal.Instant.from(FIRST_YEAR)
    .toZonedDateTimeISO(timeZone)
    .getTimeZoneTransition('next');
  while (change && change.year <= LAST_YEAR) {
    const day = change.toPlainDate();
    const local = day.toPlainDateTime(time);
    if (!local.equals(local.toZonedDateTime(timeZone).toPlainDateTime())) return day;
    change = change.getTimeZoneTransition('next');
  }
  return undefined;
}
