import { z } from 'zod';
import { Line } from '../base/parsing.ts';
import type { Contact } from './contact.ts';

/** What a post was called, and of which unit it was, when it did or was told something. */
export const Named = z.object({ post: Line, unit: Line });
export type Named = z.infer<typeof Named>;

/** A post, and the one for whom it stood in; null where it did for none. */
export const Names = z.object({ own: Named, insteadOf: Named.nullable() });
export type Names = z.infer<typeof Names>;

/** The names of `contact` and of the one for whom it stands in, as they are now. */
export const namesFor = (contact: Contact, insteadOf: Contact | null): Names => ({
  own: named(contact),
  insteadOf: insteadOf && named(insteadOf),
});

/** The name of `contact` as it is now. */
export const named = ({ post, unit }: Contact): Named => ({ post, unit });

/** A contact by its id, and the one for whom it stood in. */
type Ids = { readonly own: string; readonly insteadOf?: string | null };

/**
 * `招商局责任人（代园区办）`: as both were called then, or by what `nameOf` knows of an id where that
 * was not kept.
 */
export function namesWords(
  names: Names | null | undefined,
  { own, insteadOf = null }: Ids,
  nameOf: (id: string) => string,
): string {
  const name = names?.own.post ?? nameOf(own);
  return insteadOf === null ? name : `${name}（代${names?.insteadOf?.post ?? nameOf(insteadOf)}）`;
}
