import { z } from 'zod';
import { Moment } from '../domain/base/parsing.ts';
import { ActionLink } from '../domain/messages/action-link.ts';
import type { Links } from '../flows/ports.ts';
import type { ItemStore } from './item-store.ts';
import { readItem, written } from './items.ts';
import { linkKey } from './table.ts';

/** The links in the one table. */
export const storedLinks = (items: ItemStore): Links => ({
  read: async (code) => {
    const item = await items.get(linkKey(code));
    return item && readItem(ActionLink, item);
  },
  issue: async (link) => {
    const key = linkKey(link.code);
    await items.put(written(ActionLink, link, key), ['absent', { revokedAt: null }]);
  },
  revoke: async (code, at) => {
    const revokedAt = z.encode(Moment, at);
    await items.update(linkKey(code), { revokedAt }, [{ revokedAt: null }]);
  },
});
