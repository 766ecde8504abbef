import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { sealed as sealedFor } from '../../../functions/portal/http/sealing.ts';
import {
  openedSession as opened,
  SESSION,
  sealedSession as sealed,
} from '../../../functions/portal/http/session.ts';
import { contactId } from '../../support/ids.ts';

const now = Temporal.Instant.from('2026-03-02T01:00:00Z');
const after = (hours: number): Temporal.Instant => now.add({ hours });
const key = (fill: number): Uint8Array => new Uint8Array(32).fill(fill);
const session = { park: 'linxiang', contact: contactId('office'), since: now };

describe('a session', () => {
  it('is what was sealed, and nobody reads it without the key', async () => {
    const token = await sealed(session, key(1), now);
    expect(await opened(token, [key(1)], now)).toEqual({ session, isOld: false });
    expect(Buffer.from(token.split('.')[3] ?? '', 'base64url').toString()).not.toContain('office');
    expect(await opened(token, [key(2)], now)).toBeUndefined();
  });

  it('that was tampered with, or never sealed here, is none', async () => {
    const token = await sealed(session, key(1), now);
    const parts = token.split('.');
    parts[3] = `${parts[3]?.startsWith('A') ? 'B' : 'A'}${parts[3]?.slice(1)}`;
    for (const bad of [parts.join('.'), 'x', '', 'a.b.c.d.e']) {
      expect(await opened(bad, [key(1)], now)).toBeUndefined();
    }
  });

  it('is renewed after an hour, or when the key was changed, and ends after twelve', async () => {
    const token = await sealed(session, key(1), now);
    expect(await opened(token, [key(1)], after(2))).toMatchObject({ isOld: true });
    expect(await opened(token, [key(2), key(1)], now)).toEqual({ session, isOld: true });
    expect(await opened(token, [key(1)], after(12))).toBeUndefined();
  });

  it('ends a day after it began, however often it was renewed', async () => {
    const renewed = await sealed(session, key(1), after(23));
    expect(await opened(renewed, [key(1)], after(23))).toBeDefined();
    expect(await opened(renewed, [key(1)], after(24))).toBeUndefined();
  });

  it('is nothing that was sealed for another purpose', async () => {
    const content = { park: 'linxiang', contact: 'office', since: now.toString() };
    const life = SESSION.life;
    const token = await sealedFor(content, { purpose: 'elsewhere', life }, key(1), now);
    expect(await opened(token, [key(1)], now)).toBeUndefined();
  });
});
