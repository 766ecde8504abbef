import { describe, expect, it } from 'vitest';
import { DamagedRecord } from '../../../functions/domain/base/faults.ts';
import type { Ports } from '../../../functions/flows/ports.ts';
import { portalApp } from '../../../functions/portal/app.tsx';
import { LATE, MARK, restrictedPark } from '../../stories/restricted-park.ts';
import { aPortal, HOME } from '../../support/portal.ts';

/** The ports of a park where the record of the restricted instruction cannot be read. */
const damaged = (ports: Ports): Ports => ({
  ...ports,
  collections: {
    ...ports.collections,
    sources: {
      ...ports.collections.sources,
      all: async (park) =>
        (await ports.collections.sources.all(park)).map((each) =>
          !(each instanceof DamagedRecord) && each.value.id === 's22a'
            ? new DamagedRecord('park#linxiang / source#s22a')
            : each,
        ),
    },
  },
});

describe('a restricted source whose record is damaged', () => {
  it('stays hidden from posts that are not named', async () => {
    const world = await restrictedPark();
    const app = portalApp(aPortal(world, { ports: damaged(world.ports) }));
    const ask = async (contact: string, path: string): Promise<Response> => {
      const signed = await app.request(`${HOME}/sign-in`, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded', origin: HOME },
        body: `contact=${contact}`,
      });
      const cookie = signed.headers.get('set-cookie')?.split(';')[0] ?? '';
      return app.request(`${HOME}${path}`, { headers: { cookie } });
    };
    const list = await (await ask('leader-principal', '/items')).text();
    expect(list).not.toContain(MARK);
    expect(list).toContain('另有15项不公开');
    expect((await ask('leader-principal', `/items/${LATE}`)).status).toBe(404);
    expect(await (await ask('office', `/items/${LATE}`)).text()).toContain(MARK);
  });
});
