import {
  ContactId,
  DigestId,
  PostId,
  ReviewId,
  SourceId,
  TaskId,
} from '../../functions/domain/base/ids.ts';

/** The id of a task, as a test writes it. */
export const taskId = (text: string): TaskId => TaskId.parse(text);

/** The id of a contact, as a test writes it. */
export const contactId = (text: string): ContactId => ContactId.parse(text);

/** The id of a digest, as a test writes it. */
export const digestNamed = (text: string): DigestId => DigestId.parse(text);

/** The id of a post, as a test writes it. */
export const postId = (text: string): PostId => PostId.parse(text);

/** The code of a source, as a test writes it. */
export const sourceId = (text: string): SourceId => SourceId.parse(text);

/** The id of a plan under review, as a test writes it. */
export const reviewId = (text: string): ReviewId => ReviewId.parse(text);

/** `Record` as a test writes it: with plain texts for the ids in `Names`. */
export type Plain<Record, Names extends keyof Record> = Omit<Record, Names> & {
  readonly [Name in Names]: Texts<Record[Name]>;
};

type Texts<Value> = Value extends readonly unknown[]
  ? string[]
  : Value extends string
    ? string
    : Value;
