import type { PostId } from '../base/ids.ts';
import { type Contact, contactPost, type Directory, postFor } from './contact.ts';

/**
 * The posts that `text` names, separated by 、 or commas: by the name of a post, `安环局安全科`, or the id of
 * its contact. A post that a unit or the park has once is named by its role, so that it stays named
 * when its contact changes.
 *
 * @returns the name that nobody has, if there is one.
 */
export function postsNamed(
  text: string,
  contacts: readonly Contact[],
  directory: Directory,
): readonly PostId[] | { readonly unknown: string } {
  const names = text.split(/[、，,;；\s]+/u).filter((name) => name !== '');
  const posts: PostId[] = [];
  for (const name of names) {
    const contact = contacts.find(({ id, post }) => post === name || id === name);
    if (!contact) return { unknown: name };
    posts.push(lastingPost(contact, directory));
  }
  return [...new Set(posts)];
}

function lastingPost({ id, role, unit }: Contact, { holderOf }: Directory): PostId {
  const post = postFor(role, unit);
  return holderOf(post)?.id === id ? post : contactPost(id);
}

/** `posts` in Chinese: `安环局安全科、分管安环副主任`. */
export const postNames = (posts: readonly PostId[], { holderOf }: Directory): string =>
  posts.map((post) => holderOf(post)?.post ?? post).join('、');
