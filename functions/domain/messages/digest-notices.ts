import { z } from 'zod';
import { type Notice, noticeKey } from '../deadlines/notice.ts';
import { Digest } from './digest.ts';

/** Maximum number of notices in a digest, so that the item stays far below 400 KB. */
const MAX_NOTICES = 1000;

/** Whether `digest` contains the notice `key`, sent or dropped. */
export const holdsKey = (digest: Digest, key: string): boolean =>
  digest.notices.some((notice) => noticeKey(notice) === key);

/** Maximum number of characters in the notices; at three bytes each below the 400 KB of an item. */
const MAX_CHARACTERS = 100_000;

/** Whether `digest` accepts notices. */
export const takesMore = ({ state, notices }: Digest): boolean =>
  state === 'open' &&
  notices.length < MAX_NOTICES &&
  JSON.stringify(z.encode(Digest.shape.notices, notices)).length < MAX_CHARACTERS;

/** `digest` with an additional notice. */
export const withNotice = (digest: Digest, notice: Notice): Digest => ({
  ...digest,
  notices: [...digest.notices, notice],
});
