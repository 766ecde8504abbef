import type { Digest } from '../../functions/domain/digest.ts';
import type { Books, Needs } from '../../functions/flows/ports.ts';

/**
 * throws: the call fails and did nothing. losesAnswer: it was done, and fails all the same.
 * diesBefore, diesAfter: the process ends there, and no later call is made.
 */
export type FaultMode = 'throws' | 'losesAnswer' | 'diesBefore' | 'diesAfter';

/** An outside call, as the fault plan sees it. */
export type Call = {
  readonly number: number;
  readonly name: string;
  readonly args: readonly unknown[];
};

/** Decides, before each outside call, what goes wrong with it. */
export type FaultPlan = (call: Call) => FaultMode | undefined | Promise<FaultMode | undefined>;

/** The process died here. */
class Death extends Error {
  override readonly name = 'Death';
}

/** `needs` whose every outside call goes by `plan`. Time and names are not outside. */
export function faulty(needs: Needs, plan: FaultPlan): Needs {
  let number = 0;
  let isDead = false;

  async function through<Answer>(
    name: string,
    args: readonly unknown[],
    call: () => Promise<Answer>,
  ): Promise<Answer> {
    number += 1;
    const mode = isDead ? 'diesBefore' : await plan({ number, name, args });
    isDead ||= mode === 'diesBefore' || mode === 'diesAfter';
    if (mode === 'diesBefore') throw new Death(name);
    if (mode === 'throws') throw new Error(`${name} failed`);
    const answer = await call();
    if (mode === 'diesAfter') throw new Death(name);
    if (mode === 'losesAnswer') throw new Error(`the answer of ${name} was lost`);
    return answer;
  }

  const wrapped = <Port extends object>(port: Port, portName: string): Port =>
    new Proxy(port, {
      get: (target, method) => {
        const name = `${portName}.${String(method)}`;
        const inner = Reflect.get(target, method) as (...args: unknown[]) => unknown;
        return (...args: unknown[]) => {
          const made = (): unknown => inner(...args);
          if (name !== 'register.tasks' && name !== 'ledger.between') {
            return through(name, args, async () => made());
          }
          return walked(through(name, args, async () => made() as AsyncIterable<unknown>));
        };
      },
    });

  return {
    ...needs,
    register: wrapped(needs.register, 'register'),
    ledger: wrapped(needs.ledger, 'ledger'),
    links: wrapped(needs.links, 'links'),
    books: mapped(needs.books, (shelf, name) => wrapped(shelf, `books.${name}`)),
    clock: wrapped(needs.clock, 'clock'),
    messenger: wrapped(needs.messenger, 'messenger'),
  };
}

async function* walked(walk: Promise<AsyncIterable<unknown>>): AsyncGenerator<unknown, void> {
  yield* await walk;
}

/** `books` with each shelf as `wrap` makes it. */
const mapped = (
  books: Books,
  wrap: <Port extends object>(shelf: Port, name: string) => Port,
): Books =>
  Object.fromEntries(
    Object.entries(books).map(([name, shelf]) => [name, wrap(shelf, name)]),
  ) as Books;

/** The one case in which a message may go out twice: it went out, and that was not written down. */
export function isBetweenPublishAndMark({ name, args }: Call, mode: FaultMode): boolean {
  if (name === 'messenger.publish') return mode === 'diesAfter' || mode === 'losesAnswer';
  const isMark = name === 'ledger.write' && (args[0] as Digest).state === 'sent';
  return isMark && mode !== 'losesAnswer';
}
