import { BadInput, type Problem } from './problems.ts';

/** Problems that are named one by one; the rest is a count. */
const MAX_PROBLEMS = 20;

/** @throws {BadInput} if there are any `problems`; of very many, the first and a count. */
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
