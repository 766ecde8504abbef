import { beforeEach, describe, expect, it } from 'vitest';
import type { ActionLink } from '../../functions/domain/messages/action-link.ts';
import type { Links } from '../../functions/flows/ports.ts';
import { at } from '../support/builders.ts';
import { contactId, digestNamed } from '../support/ids.ts';

/** What only the pages ask of the table: plans as they were entered, and the links of messages. */
export function pagesContract(fresh: () => Promise<{ links: Links }>): void {
  let links: Links;

  beforeEach(async () => {
    ({ links } = await fresh());
  });

  describe('a link', () => {
    const link: ActionLink = {
      code: 'abcDEF123456',
      park: 'linxiang',
      contact: contactId('owner-0'),
      epoch: 1,
      digests: [digestNamed('2022-06-15#owner@安环局#1')],
      expiresAt: at('2022-06-29 08:00'),
      revokedAt: null,
    };

    it('is found by its code, as it was issued last', async () => {
      expect(await links.read(link.code)).toBeUndefined();
      await links.issue(link);
      const again = {
        ...link,
        digests: [...link.digests, digestNamed('2022-06-15#owner@安环局#2')],
      };
      await links.issue(again);
      expect(await links.read(link.code)).toEqual(again);
    });

    it('once revoked stays so, also when its message is sent again', async () => {
      await links.issue(link);
      await links.revoke(link.code, at('2022-06-16 09:00'));
      await links.revoke(link.code, at('2022-06-17 09:00'));
      await links.issue(link);
      expect(await links.read(link.code)).toEqual({ ...link, revokedAt: at('2022-06-16 09:00') });
      await links.revoke('nobodyhasit0', at('2022-06-16 09:00'));
      expect(await links.read('nobodyhasit0')).toBeUndefined();
    });
  });
}
