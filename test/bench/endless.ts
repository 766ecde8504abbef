/**
 * Prints how the time to read a text grows with its length, for texts of one form without end: from
 * 256 KB to 1 MB the exponent should be 1, and 1.1 at most. It is 2 where somebody looks from every
 * character at all others. Fails where it is above.
 */
import { readPlan } from '../../functions/reader/read-plan.ts';
import { documentOfText } from '../../functions/reader/tables/text-tables.ts';
import { ENDLESS } from '../support/endless.ts';

const [SMALL, LARGE] = [256 * 1024, 1024 * 1024];
const MOST = 1.1;
/** Milliseconds under which the computer's own caches are measured: they hold the smaller text only. */
const SHORT = 400;

/** A computer that does other things, too, makes single measurements too long, never too short. */
const ATTEMPTS = 3;

/** The text up to `bytes` in UTF-8. */
const cut = (textOf: (length: number) => string, bytes: number): string =>
  new TextDecoder().decode(Buffer.from(textOf(bytes)).subarray(0, bytes));

/** Milliseconds of the processor's time. */
function timeOf(text: string): number {
  const begin = process.cpuUsage();
  readPlan(documentOfText(text), { year: 2026 });
  const { user, system } = process.cpuUsage(begin);
  return (user + system) / 1000;
}

timeOf('完成甲路改造。'.repeat(10_000));
const over: string[] = [];
for (const [name, textOf] of ENDLESS) {
  const [small, large] = [cut(textOf, SMALL), cut(textOf, LARGE)];
  let [least, most] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  let exponent = Number.POSITIVE_INFINITY;
  for (let attempt = 0; attempt < ATTEMPTS && exponent > MOST; attempt += 1) {
    [least, most] = [Math.min(least, timeOf(small)), Math.min(most, timeOf(large))];
    exponent = Math.log(most / least) / Math.log(LARGE / SMALL);
  }
  if (exponent > MOST && most > SHORT) over.push(name);
  const times = `${least.toFixed(0).padStart(6)} ms ${most.toFixed(0).padStart(7)} ms`;
  process.stdout.write(`${exponent.toFixed(2)} ${times}  ${JSON.stringify(name)}\n`);
}
process.stdout.write(`${ENDLESS.length} forms, ${over.length} above ${MOST}: ${over.join(' ')}\n`);
if (over.length > 0) process.exitCode = 1;
