import { expect, it } from 'vitest';
import {
  ContactId,
  DigestId,
  PostId,
  ReviewId,
  TaskId,
} from '../../../functions/domain/base/ids.ts';
import { contactPost } from '../../../functions/domain/contacts/contact.ts';
import { digestId } from '../../../functions/domain/messages/digest.ts';
import { aTask, day } from '../../support/builders.ts';
import { contactId, digestNamed, postId, reviewId } from '../../support/ids.ts';

/** What takes the id of a task, and nothing else. */
const taskOf = (id: TaskId): string => id;

/** What takes the id of a contact, and nothing else. */
const contactOf = (id: ContactId): string => id;

/** What takes the id of a digest, and nothing else. */
const digestOf = (id: DigestId): string => id;

/** What takes the id of a post, and nothing else. */
const postOf = (id: PostId): string => id;

/** What takes the id of a plan under review, and nothing else. */
const reviewOf = (id: ReviewId): string => id;

it('a text becomes an id where it comes in', () => {
  expect(taskOf(TaskId.parse('p22-058'))).toBe('p22-058');
  expect(taskOf(aTask().id)).toBe('lx22-071');
  expect(contactOf(ContactId.parse('office'))).toBe('office');
  expect(digestOf(DigestId.parse('2022-06-15#office#1'))).toBe('2022-06-15#office#1');
  expect(digestOf(digestId({ day: day('2022-06-15'), post: postId('office'), number: 1 }))).toBe(
    '2022-06-15#office#1',
  );
  expect(postOf(PostId.parse('office'))).toBe('office');
  expect(postOf(aTask().owner)).toBe('owner@安环局');
  expect(reviewOf(ReviewId.parse('2022-3'))).toBe('2022-3');
});

it('nothing else is the id of a task to the compiler', () => {
  // @ts-expect-error -- any text
  expect(taskOf('p22-058')).toBe('p22-058');
  // @ts-expect-error -- the id of a contact
  expect(taskOf(contactId('office'))).toBe('office');
  // @ts-expect-error -- a post
  expect(taskOf(aTask().owner)).toBe('owner@安环局');
});

it('nothing else is the id of a contact to the compiler', () => {
  // @ts-expect-error -- any text
  expect(contactOf('office')).toBe('office');
  // @ts-expect-error -- the id of a task
  expect(contactOf(aTask().id)).toBe('lx22-071');
  // @ts-expect-error -- a post
  expect(contactOf(aTask().owner)).toBe('owner@安环局');
});

it('nothing else is the id of a digest to the compiler', () => {
  // @ts-expect-error -- any text
  expect(digestOf('2022-06-15#office#1')).toBe('2022-06-15#office#1');
  // @ts-expect-error -- the id of a task
  expect(digestOf(aTask().id)).toBe('lx22-071');
  // @ts-expect-error -- the id of a contact
  expect(digestOf(contactId('office'))).toBe('office');
  // @ts-expect-error -- the id of a digest is not that of a task
  expect(taskOf(digestNamed('2022-06-15#office#1'))).toBe('2022-06-15#office#1');
});

it('nothing else is the id of a post to the compiler', () => {
  // @ts-expect-error -- any text
  expect(postOf('office')).toBe('office');
  // @ts-expect-error -- the id of a contact, unless it is made a post
  expect(postOf(contactId('head-0'))).toBe('head-0');
  expect(postOf(contactPost(contactId('head-0')))).toBe('head-0');
  // @ts-expect-error -- the id of a task
  expect(postOf(aTask().id)).toBe('lx22-071');
  // @ts-expect-error -- the id of a digest
  expect(postOf(digestNamed('2022-06-15#office#1'))).toBe('2022-06-15#office#1');
});

it('nothing else is the id of a plan under review to the compiler', () => {
  // @ts-expect-error -- any text
  expect(reviewOf('2022-3')).toBe('2022-3');
  // @ts-expect-error -- the id of a task
  expect(reviewOf(aTask().id)).toBe('lx22-071');
  // @ts-expect-error -- the id of a digest
  expect(reviewOf(digestNamed('2022-06-15#office#1'))).toBe('2022-06-15#office#1');
  // @ts-expect-error -- it is not the id of a task
  expect(taskOf(reviewId('2022-3'))).toBe('2022-3');
});
