import { performance } from 'node:perf_hooks';
import { gzipSync } from 'node:zlib';
import { portalApp } from '../../functions/portal/app.tsx';
import { crowdedPark } from '../support/crowd.ts';
import { aPortal, HOME } from '../support/portal.ts';

/** Measures the pages of a park with many tasks: how long each takes, and how heavy it is. */
const TASKS = 1000;
const TIMES = 5;

const world = await crowdedPark(TASKS);
const signIn = { kind: 'chooseRole', park: 'linxiang', guest: 'office' } as const;
const app = portalApp(aPortal(world, { signIn }));

/** Asks for a page some times; the last answer and the median of the milliseconds. */
async function asked(path: string): Promise<{ readonly page: string; readonly took: number }> {
  const spans: number[] = [];
  let page = '';
  for (let times = 0; times < TIMES; times += 1) {
    const begin = performance.now();
    page = await (await app.request(`${HOME}${path}`)).text();
    spans.push(performance.now() - begin);
  }
  return { page, took: spans.toSorted((a, b) => a - b)[Math.floor(TIMES / 2)] ?? 0 };
}

const kib = (text: string): string => `${(gzipSync(text).length / 1024).toFixed(1)} KiB gz`;

for (const path of ['/', '/items', '/units', '/calendar']) {
  const { page, took } = await asked(path);
  const line = `${path} with ${TASKS} tasks`.padEnd(52);
  process.stdout.write(`${line} ${took.toFixed(1).padStart(9)} ms   ${kib(page)}\n`);
}

const pages: string[] = [];
const begin = performance.now();
for (let page = 1; page <= TASKS / 50; page += 1) {
  pages.push(await (await app.request(`${HOME}/items?page=${page}`)).text());
}
const rows = pages.flatMap((page) => page.match(/<tr class="row".*?<\/tr>/gs) ?? []).join('');
const all = `all of its rows on one page: ${kib(rows)}, in pages ${(performance.now() - begin).toFixed(0)} ms`;
process.stdout.write(`${'/items, the naive way'.padEnd(52)} ${all}\n`);
