import type { Digest } from '../../functions/domain/messages/digest.ts';
import type { Ports } from '../../functions/flows/ports.ts';

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

type Needed = { readonly [Name in keyof Ports]: Ports[Name] };

/** The members of `Ports` that answer at once: time, names and settings come from inside the process. */
type Inside = {
  [Name in keyof Needed]: Needed[Name] extends (...args: never[]) => infer Answer
    ? Answer extends PromiseLike<unknown> | AsyncIterable<unknown>
      ? never
      : Name
    : never;
}[keyof Needed];

/** Named here one by one, and complete by its type: whatever else can be called is outside. */
const INSIDE: Readonly<Record<Inside, true>> = {
  now: true,
  newId: true,
  newCode: true,
  pages: true,
};

type Method = (...args: readonly unknown[]) => unknown;

/**
 * `ports` whose every outside call follows `plan`: each function in them, however deep, but for
 * {@link INSIDE}.
 */
export function faulty<Offered extends object>(ports: Offered, plan: FaultPlan): Offered {
  let number = 0;
  let isDead = false;

  async function through(
    name: string,
    args: readonly unknown[],
    call: () => unknown,
  ): Promise<unknown> {
    number += 1;
    const mode = isDead ? 'diesBefore' : await plan({ number, name, args });
    isDead ||= mode === 'diesBefore' || mode === 'diesAfter';
    if (mode === 'diesBefore') throw new Death(name);
    if (mode === 'throws') throw new Error(`${name} failed`);
    const answer = await call();
    return mode === undefined ? answer : lost(answer, name, mode);
  }

  const called =
    (name: string, method: Method): Method =>
    (...args) => {
      const answer = through(name, args, () => method(...args));
      return Object.assign(answer, { [Symbol.asyncIterator]: () => walked(answer) });
    };

  const wrapped = <Part extends object>(part: Part, path: string): Part =>
    new Proxy(part, {
      get: (target, key) => {
        const name = path === '' ? String(key) : `${path}.${String(key)}`;
        const member: unknown = Reflect.get(target, key);
        if (typeof member === 'function') {
          return name in INSIDE ? member : called(name, member as Method);
        }
        return isPort(member) ? wrapped(member, name) : member;
      },
    });

  return wrapped(ports, '');
}

/** What comes of `answer` that does not arrive: a walk ends after its first record, anything else fails. */
function lost(answer: unknown, name: string, mode: 'losesAnswer' | 'diesAfter'): unknown {
  const fault =
    mode === 'diesAfter' ? new Death(name) : new Error(`the answer of ${name} was lost`);
  if (isWalk(answer)) return cutShort(answer, fault);
  throw fault;
}

/** Every outside call that `ports` offer, by name. */
export const callsOf = (ports: object, path = ''): readonly string[] =>
  Object.entries(ports).flatMap(([key, member]) => {
    const name = path === '' ? key : `${path}.${key}`;
    if (typeof member === 'function') return name in INSIDE ? [] : [name];
    return isPort(member) ? callsOf(member, name) : [];
  });

/** A record of functions, or of such records; what has a class of its own is a value. */
const isPort = (member: unknown): member is object =>
  typeof member === 'object' &&
  member !== null &&
  Object.getPrototypeOf(member) === Object.prototype;

const isWalk = (answer: unknown): answer is AsyncIterable<unknown> =>
  typeof answer === 'object' && answer !== null && Symbol.asyncIterator in answer;

async function* walked(answer: Promise<unknown>): AsyncGenerator<unknown, void> {
  const walk = await answer;
  if (isWalk(walk)) yield* walk;
}

async function* cutShort(
  walk: AsyncIterable<unknown>,
  fault: Error,
): AsyncGenerator<unknown, void> {
  for await (const each of walk) {
    yield each;
    break;
  }
  throw fault;
}

/** The one case in which a message may go out twice: it went out, and that was not written down. */
export function isBetweenPublishAndMark({ name, args }: Call, mode: FaultMode): boolean {
  if (name === 'messenger.publish') return mode === 'diesAfter' || mode === 'losesAnswer';
  const isMark = name === 'ledger.write' && (args[0] as Digest).state === 'sent';
  return isMark && mode !== 'losesAnswer';
}
