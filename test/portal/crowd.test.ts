import { gzipSync } from 'node:zlib';
import { beforeAll, expect, it } from 'vitest';
import { crowdedPark } from '../support/crowd.ts';
import { aPortal, signedInAs, type Visitor } from '../support/portal.ts';

let office: Visitor;
beforeAll(async () => {
  office = await signedInAs('office', aPortal(await crowdedPark(1000)));
});

it.each(['/', '/items', '/units', '/calendar'])(
  '%s keeps its weight with 1,000 tasks',
  async (path) => {
    const page = await office.text(path);
    expect(page).toContain('</html>');
    expect(gzipSync(page, { level: 9 }).length).toBeLessThanOrEqual(12 * 1024);
  },
);
