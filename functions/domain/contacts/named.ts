import { z } from 'zod';
import { OneLine } from '../base/parsing.ts';
import type { Contact } from './contact.ts';

/** Name and unit of a post at the time of an action or notice. */
export const Named = z.object({ post: OneLine, unit: OneLine });
export type Named = z.infer<typeof Named>;

/** Name of a post, and of the contact it stood in for, if any. */
export const Names = z.object({ own: Named, insteadOf: Named.nullable() });
export type Names = z.infer<typeof Names>;

/** Current names of `contact` and of the contact it stands in for. */
export const namesFor = (contact: Contact, insteadOf: Contact | null): Names => ({
  own: named(contact),
  insteadOf: insteadOf && named(insteadOf),
});

/** Current name of `contact`. */
export const named = ({ post, unit }: Contact): Named => ({ post, unit });

/** Id of a contact, and of the contact it stood in for. */
type Ids = { readonly own: string; readonly insteadOf?: string | null };

/** `招商局责任人（代园区办）`. Uses stored names; falls back to `nameOf` for records without them. */
export function namesWords(
  names: Names | null | undefined,
  { own, insteadOf = null }: Ids,
  nameOf: (id: string) => string,
): string {
  const name = names?.own.post ?? nameOf(own);
  return insteadOf === null ? name : `${name}（代${names?.insteadOf?.post ?? nameOf(insteadOf)}）`;
}
