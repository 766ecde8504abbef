import { z } from 'zod';
import type { Occasion } from './occasion.ts';
import { keyOf, occasionOf } from './occasion-codec.ts';

/** An occasion, stored as its key. */
export const OccasionKey = z.codec(z.string(), z.custom<Occasion>(), {
  decode: occasionOf,
  encode: keyOf,
});

/** A record that is stored with its occasion under the name `rung`. */
type StoredUnderRung = z.ZodObject<{ rung: typeof OccasionKey }>;

type WithOccasion<Stored extends StoredUnderRung> = Readonly<
  Omit<z.output<Stored>, 'rung'> & { occasion: Occasion }
>;

const hasOccasion = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'occasion' in value;

/** Records of `stored`, whose `rung` is called `occasion` outside of the table. */
export const withOccasion = <Stored extends StoredUnderRung>(
  stored: Stored,
): z.ZodCodec<Stored, z.ZodCustom<WithOccasion<Stored>>> =>
  z.codec(stored, z.custom<WithOccasion<Stored>>(hasOccasion), {
    decode: ({ rung, ...others }) => ({ ...others, occasion: rung }) as WithOccasion<Stored>,
    encode: ({ occasion, ...others }) => ({ ...others, rung: occasion }) as z.output<Stored>,
  });
