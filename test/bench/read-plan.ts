/** Prints how long a plan takes to read, per kilobyte, at three sizes: it should be the same. */
import { readFileSync } from 'node:fs';
import { readPlan } from '../../functions/reader/read-plan.ts';
import { documentOfText } from '../../functions/reader/tables/text-tables.ts';

const sample = readFileSync(
  new URL('../../functions/local/sample/plan-2022.txt', import.meta.url),
  'utf8',
);
const KILOBYTE = 1024;

function textOf(bytes: number): string {
  const copies = Math.ceil(bytes / Buffer.byteLength(sample));
  return Buffer.from(sample.repeat(copies)).subarray(0, bytes).toString('utf8');
}

for (const size of [10, 100, 2048]) {
  const text = textOf(size * KILOBYTE);
  const rounds = Math.max(1, Math.floor(1000 / size));
  const start = performance.now();
  for (let round = 0; round < rounds; round += 1) readPlan(documentOfText(text), { year: 2022 });
  const each = (performance.now() - start) / rounds;
  process.stdout.write(`${size} KB\t${each.toFixed(1)} ms\t${(each / size).toFixed(3)} ms/KB\n`);
}
