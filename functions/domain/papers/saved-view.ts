import { z } from 'zod';
import { Label } from '../base/parsing.ts';

/** A filter and an order of the register under a name. */
export const SavedView = z.object({
  id: z.string(),
  park: z.string(),
  name: Label,
  /** Address of the register with the filter and the order: `/items?lamp=red&sort=due`. */
  address: z.string().regex(/^\/items(\?[!-~]*)?$/, '应是清单的地址'),
  /** Id of the contact that keeps it. */
  owner: z.string(),
  /** Whether every post sees it. */
  isForAll: z.boolean(),
  /** Whether it was deleted; the record stays for its history. */
  isDeleted: z.boolean().default(false),
});
export type SavedView = Readonly<z.infer<typeof SavedView>>;

/** Saved views that one contact can have. */
export const MAX_VIEWS = 30;

/** Whether `contact` sees `view` in its register. */
export const isSeenBy = (view: SavedView, contact: string): boolean =>
  !view.isDeleted && (view.isForAll || view.owner === contact);
