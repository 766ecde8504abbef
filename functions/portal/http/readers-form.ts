import { postsNamed } from '../../domain/contacts/named-posts.ts';
import type { Readers } from '../../domain/sources/readers.ts';
import type { ParkContext } from '../../flows/context/park-context.ts';
import type { FieldFault } from './forms.ts';

/** Who may see a source, as its form says it: open, or the posts that are named. */
export function readersIn(
  { readers = 'open', named = '' }: Readonly<Record<string, string>>,
  { contacts, directory }: Pick<ParkContext, 'contacts' | 'directory'>,
): { readonly readers: Readers } | { readonly faults: readonly FieldFault[] } {
  if (readers !== 'named') {
    const message = '填了岗位，请把“谁能看”改为“只限指定的岗位”；公开的不填岗位';
    return named.trim() === '' ? { readers: null } : { faults: [{ field: 'readers', message }] };
  }
  const posts = postsNamed(named, contacts, directory);
  if (!('unknown' in posts)) return { readers: posts };
  const message = `通讯录里没有“${posts.unknown}”，请写岗位的全称，几个岗位用顿号分开`;
  return { faults: [{ field: 'named', message }] };
}
