import { owed } from '../quantities/metric.ts';
import type { Mood } from '../text/outline.ts';
import { pattern } from '../text/patterns.ts';
import { speaksOfRest } from './direction.ts';

/** The rule that skips a whole sentence; undefined when it may hold promises. */
export function ruleAgainst(
  text: string,
  body: string,
  mood: Mood | undefined,
): string | undefined {
  if (mood === 'backward' && !speaksOfRest(body)) return 'skip.backward-section';
  const formal = FORMALITIES.find(({ holds }) => holds.test(text));
  if (formal) return formal.id;
  const principle = mood === 'principle' || isPrinciple(text);
  return principle && owed(body).length === 0 ? 'skip.principle' : undefined;
}

/** Sentences about the document itself. */
const FORMALITIES: readonly { readonly id: string; readonly holds: RegExp }[] = [
  { id: 'skip.copies', holds: /^(?:抄送|主送|分送|抄报|发送)：/u },
  {
    // 为贯彻…，对全县进行了督查; 为落实…，制定本方案: why the document was written.
    id: 'skip.preamble',
    holds: pattern`
      ^为(?:了|进一步|深入|认真|全面|切实|扎实|有效|更好)*
      (?:贯彻|落实|推动|推进|加快|加强|做好|确保|提升|优化|巩固|规范|掌握)[^。]*
      (?:
        制定(?:本|如下)|特制定|(?:进行|开展|组织)了|(?:提出|制定).{0,6}如下|通知如下|现(?:就|将)
      )
    `,
  },
];

/** 总体思路是：…, 指导思想：…: principles, however long. */
const isPrinciple = (text: string): boolean =>
  /^(?:\d{4}年，)?[^，。：]{0,24}(?:总体思路|总体要求|指导思想|基本思路|基本原则|工作思路)(?:是)?：/u.test(
    text,
  );
