import { findDates } from '../dates/find-dates.ts';
import { owed } from '../quantities/metric.ts';
import { opensWithDeed } from './kind.ts';

/** Longest sentence that can be a heading. */
const LONGEST_HEADING = 26;

/** 续建项目, 环境保护方面: is the heading of a class of works. */
const CLASS_HEADING =
  /^(?:续建|新建|前期|在建|储备|拟建|重点|竣工|投产)(?:类)?(?:项目|工程)$|方面$/u;

/** Whether the first sentence of a numbered point only heads what follows it. */
export function isHeading(text: string, planYear: number): boolean {
  const bare = text.replace(/[。；：]$/u, '');
  if (CLASS_HEADING.test(bare)) return true;
  if (bare.length > LONGEST_HEADING || owed(bare).length > 0) return false;
  if (findDates(bare, planYear).some(({ meaning }) => meaning.sort !== 'period')) return false;
  return !opensWithDeed(bare) && !STRICT_DUTY.test(bare);
}

/** 严格执行…制度, 推行…服务: names a duty, while a heading names a field. */
const STRICT_DUTY = /^(?:全面|坚决)?(?:严格(?:落实|执行|遵守|实行)|推行)[^，]{4,}/u;
