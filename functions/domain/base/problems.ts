import { oneLine } from './one-line.ts';

/** One problem in user input, in Chinese. */
export type Problem = {
  /** Location: file and line, field, or option. */
  readonly place: string;
  readonly message: string;
  /** What the user can do about it. */
  readonly remedy: string;
};

/** Invalid input. Lists all problems at once. */
export class BadInput extends Error {
  override readonly name = 'BadInput';
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[], options?: ErrorOptions) {
    super(problems.map(problemLine).join('\n'), options);
    this.problems = problems;
  }
}

/** The user may not decide about their own work; another post must. */
export class OwnWork extends BadInput {}

/** Formats `problem` as one line: place, message, remedy. */
export const problemLine = ({ place, message, remedy }: Problem): string =>
  oneLine(`${place}：${message}。${remedy}。`);
