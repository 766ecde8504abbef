import { oneLine } from './one-line.ts';

/** One thing wrong with what a person gave us, in the words that person reads. */
export type Problem = {
  /** Where: a file and line, a field, an option. */
  readonly place: string;
  readonly message: string;
  /** What to do about it. */
  readonly remedy: string;
};

/** Input that cannot be taken as it is. Everything wrong with it is named at once. */
export class BadInput extends Error {
  override readonly name = 'BadInput';
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[], options?: ErrorOptions) {
    super(problems.map(problemLine).join('\n'), options);
    this.problems = problems;
  }
}

/** A decision about one's own work: it is somebody else's to make. */
export class OwnWork extends BadInput {}

/** `problem` as one line: place, what is wrong, what to do. */
export const problemLine = ({ place, message, remedy }: Problem): string =>
  oneLine(`${place}：${message}。${remedy}。`);
