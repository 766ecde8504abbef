import { z } from 'zod';
import { Moment } from '../domain/base/parsing.ts';
import type { Links } from '../flows/ports.ts';
import type { ItemStore } from './item-store.ts';
import { read, written } from './items.ts';
import { linkKey } from './table.ts';

const LinkItem = z.object({
  code: z.string(),
  park: z.string(),
  contact: z.string(),
  epoch: z.int().nonnegative().default(0),
  digests: z.array(z.string()).readonly(),
  expiresAt: Moment,
  revokedAt: Moment.nullable(),
});

/** The links in the one table. */
export const storedLinks = (items: ItemStore): Links => ({
  read: async (code) => {
    const item = await items.get(linkKey(code));
    return item && read(LinkItem, item);
  },
  issue: async (link) => {
    const key = linkKey(link.code);
    await items.put(written(LinkItem, link, key), ['absent', { revokedAt: null }]);
  },
  revoke: async (code, at) => {
    const revokedAt = z.encode(Moment, at);
    await items.update(linkKey(code), { revokedAt }, [{ revokedAt: null }]);
  },
});
