import { z } from 'zod';
import { namesIn } from './one-line.ts';

/**
 * Ids, each a type of its own, so that none is taken for another. A schema makes one from what comes
 * in: `TaskId.parse(text)`.
 */

/** Readable and the same at every reading of the plan: `p22-058`. */
export const TaskId = z.string().brand<'TaskId'>();
export type TaskId = z.infer<typeof TaskId>;

/** The ids in one line, divided by spaces, commas or 、. */
export const taskIdsIn = (line: string): readonly TaskId[] =>
  namesIn(line).map((id) => TaskId.parse(id));

/** Readable ASCII: `anhuan-owner`. */
export const ContactId = z.string().brand<'ContactId'>();
export type ContactId = z.infer<typeof ContactId>;

/** Day, post and number of what the post is told: `2022-06-15#owner@安环局#1`. */
export const DigestId = z.string().brand<'DigestId'>();
export type DigestId = z.infer<typeof DigestId>;

/**
 * How tasks and notices refer to a post: `role@unit`, a park-wide role (`office`), or the id of a
 * contact. Resolved to a contact when a message is sent.
 */
export const PostId = z.string().brand<'PostId'>();
export type PostId = z.infer<typeof PostId>;

/** The id of an uploaded plan under review, numbered within its year: `2022-3`. */
export const ReviewId = z.string().brand<'ReviewId'>();
export type ReviewId = z.infer<typeof ReviewId>;

/** The code of a source, unique in its park: `p22`, `m22a`. It begins the ids of the source's tasks. */
export const SourceId = z.string().brand<'SourceId'>();
export type SourceId = z.infer<typeof SourceId>;
