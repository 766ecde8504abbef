import { BadInput, type Problem } from './problems.ts';

/** Maximum number of problems listed; the others are counted. */
const MAX_PROBLEMS = 20;

/** @throws {BadInput} if `problems` is not empty. Lists the first ones and counts the rest. */
export function refuse(problems: readonly Problem[], file: string): void {
  if (problems.length === 0) return;
  const more = problems.length - MAX_PROBLEMS;
  const rest = {
    place: file,
    message: `另有 ${more} 处问题没有列出`,
    remedy: '请先改正以上各处，再试一次',
  };
  throw new BadInput([...problems.slice(0, MAX_PROBLEMS), ...(more > 0 ? [rest] : [])]);
}
