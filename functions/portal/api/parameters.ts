import { z } from 'zod';
import { narrowing } from '../query.ts';

const MOST = 200;

/** What the list of items can be asked for. Unlike an address of a page, a wrong value is refused. */
export const ItemQuery = z.strictObject({
  ...narrowing,
  sort: z.enum(['urgency', 'plan', 'unit', 'due']).default('urgency'),
  cursor: z.string().optional().describe('上一页的 next'),
  limit: z.coerce.number().int().min(1).max(MOST).default(50),
});
