import { PostId } from '../base/ids.ts';
import type { UnitNames } from '../contacts/unit-names.ts';
import type { Notice } from '../deadlines/notice.ts';
import type { Digest } from './digest.ts';

/**
 * `digest` with what it says of posts under the present names of their units, so that it is compared with
 * tasks as they are now. Its own address stays: it is stored under it.
 */
export function digestUnderPresentNames(
  digest: Digest,
  { postNow }: Pick<UnitNames, 'postNow'>,
): Digest {
  const keyNow = (key: string): string =>
    key
      .split('/')
      .map((part) => postNow(PostId.parse(part)))
      .join('/');
  return {
    ...digest,
    notices: digest.notices.map((notice) => noticeNow(notice, { postNow, keyNow })),
    dropped: digest.dropped.map(keyNow),
    answers: digest.answers.map((answer) => ({ ...answer, key: keyNow(answer.key) })),
  };
}

function noticeNow(
  notice: Notice,
  { postNow, keyNow }: Pick<UnitNames, 'postNow'> & { readonly keyNow: (key: string) => string },
): Notice {
  const post = postNow(notice.post);
  if (notice.about === 'park') return { ...notice, post };
  const { escalates } = notice;
  return { ...notice, post, escalates: escalates && { ...escalates, key: keyNow(escalates.key) } };
}
