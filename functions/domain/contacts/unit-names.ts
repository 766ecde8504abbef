import { PostId } from '../base/ids.ts';
import { presentNames, type UnitMove } from './unit-move.ts';

/** Present and former names of units and of their posts. */
export type UnitNames = {
  /** Whether any unit has a former name. */
  readonly hasFormerNames: boolean;
  /** The present name of the unit that is or was called so. */
  readonly unitNow: (unit: string) => string;
  /** The former names of the unit that is called so now. */
  readonly formerNames: (unit: string) => readonly string[];
  /** `post` under the present name of its unit. */
  readonly postNow: (post: PostId) => PostId;
  /** `post` under each former name of its unit. */
  readonly formerPosts: (post: PostId) => readonly PostId[];
};

/** Names of units as `moves` left them. */
export function unitNamesOf(moves: readonly UnitMove[]): UnitNames {
  const names = presentNames(moves);
  const unitNow = (unit: string): string => names.get(unit) ?? unit;
  const formerNames = (unit: string): readonly string[] =>
    [...names].flatMap(([former, present]) => (present === unit ? [former] : []));
  return {
    hasFormerNames: names.size > 0,
    unitNow,
    formerNames,
    postNow: (post) => underNames(post, (unit) => [unitNow(unit)]).at(0) ?? post,
    formerPosts: (post) => underNames(post, formerNames),
  };
}

/** `post` with each of the names that `namesFor` gives for its unit; none for a post of no unit. */
function underNames(
  post: PostId,
  namesFor: (unit: string) => readonly string[],
): readonly PostId[] {
  const at = post.indexOf('@');
  if (at < 0) return [];
  return namesFor(post.slice(at + 1)).map((unit) => PostId.parse(`${post.slice(0, at)}@${unit}`));
}
