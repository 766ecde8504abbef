import { z } from 'zod';
import { OneLine } from '../base/parsing.ts';

/** What a park is called and where it is. */
export const ParkSettings = z.object({
  id: z.string(),
  name: OneLine,
  /** IANA name. */
  timeZone: z.string(),
});
export type ParkSettings = Readonly<z.infer<typeof ParkSettings>>;
