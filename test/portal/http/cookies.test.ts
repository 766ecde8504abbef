import { describe, expect, it } from 'vitest';
import { portalApp } from '../../../functions/portal/app.tsx';
import { aPortal, HOME, samplePark } from '../../support/portal.ts';

describe('the cookie of a session', () => {
  it('leaves another park on this computer signed in, whose pages are on another port', async () => {
    const app = portalApp(aPortal(await samplePark()));
    const jar = new Map<string, string>();
    const ask = async (port: number, path: string, body?: string): Promise<Response> => {
      const address = `${HOME}:${port}`;
      const cookie = [...jar].map((pair) => pair.join('=')).join('; ');
      const form = { 'content-type': 'application/x-www-form-urlencoded', origin: address };
      const answer = await app.request(`${address}${path}`, {
        headers: { cookie, ...(body !== undefined && form) },
        ...(body !== undefined && { method: 'POST', body }),
      });
      for (const given of answer.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(given) ?? [];
        if (value === '') jar.delete(name);
        else jar.set(name, value);
      }
      return answer;
    };
    await ask(8787, '/sign-in', 'contact=office');
    await ask(8080, '/sign-in', 'contact=anhuan-owner');
    expect((await ask(8787, '/settings')).status).toBe(200);
    expect((await ask(8080, '/settings')).status).toBe(404);
    await ask(8080, '/sign-out', '');
    expect((await ask(8787, '/settings')).status).toBe(200);
    expect((await ask(8080, '/')).status).toBe(303);
    const described = await (await ask(8787, '/api/v1/openapi.json')).text();
    expect([...jar.keys()]).toEqual(['ruqi-8787']);
    expect(described).toContain('"name":"ruqi-8787"');
  });
});
