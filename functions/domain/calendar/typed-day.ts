import { Temporal } from 'temporal-polyfill';

/** How people write a day in a cell: each form with its year, month and day; without a day, the end of the month. */
const forms: readonly RegExp[] = [
  /^(?<year>\d{4})\s*[-/.年]\s*(?<month>\d{1,2})\s*[-/.月]\s*(?<day>\d{1,2})\s*[日号]?$/,
  /^(?<month>\d{1,2})\s*[-/.月]\s*(?<day>\d{1,2})\s*[日号]?$/,
  /^(?:(?<year>\d{4})\s*年)?\s*(?<month>\d{1,2})\s*月\s*[底末]$/,
];

/**
 * The day that `text` writes: `2022-7-31`, `2022年7月31日`, `7月31日`, `7/31`, `7月底`; undefined if it
 * is none or does not exist.
 *
 * @param year - the year of a day that is written without one.
 */
export function typedDay(text: string, year: number): Temporal.PlainDate | undefined {
  const plain = text.normalize('NFKC').trim();
  for (const form of forms) {
    const groups = form.exec(plain)?.groups;
    if (groups) return dayIn(groups, year);
  }
  return undefined;
}

function dayIn(
  groups: Readonly<Record<string, string | undefined>>,
  year: number,
): Temporal.PlainDate | undefined {
  try {
    const month = Temporal.PlainYearMonth.from(
      { year: Number(groups['year'] ?? year), month: Number(groups['month']) },
      { overflow: 'reject' },
    );
    const day = Number(groups['day'] ?? month.daysInMonth);
    return day > month.daysInMonth ? undefined : month.toPlainDate({ day });
  } catch {
    return undefined;
  }
}
