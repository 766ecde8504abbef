import { BadInput } from '../../domain/base/problems.ts';
import { type Digest, digestId } from '../../domain/messages/digest.ts';
import type { Ports } from '../ports.ts';

/**
 * Ends the use of every link that `digest` was told with. Again it changes nothing.
 *
 * @throws {BadInput} while it is being sent: its link may not lie in the table yet.
 */
export async function revokeLinks(digest: Digest, { links, now }: Ports): Promise<void> {
  if (digest.state === 'sending') {
    const place = `提醒 ${digestId(digest)}`;
    throw new BadInput([{ place, message: '正在发送，还不能作废', remedy: '请过几分钟再办' }]);
  }
  const { code, formerCodes } = digest;
  for (const each of code === null ? formerCodes : [code, ...formerCodes]) {
    await links.revoke(each, now());
  }
}
