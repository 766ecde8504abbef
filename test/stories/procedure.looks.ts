import type { Digest } from '../../functions/domain/messages/digest.ts';
import type { Ports } from '../../functions/flows/ports.ts';
import { reconcile } from '../../functions/flows/wake/reconcile.ts';
import { sweep } from '../../functions/flows/wake/sweep.ts';
import { type Call, faulty } from '../support/faults.ts';
import { wake } from '../support/requests.ts';

/** The ways in which the park is looked at. */
export const looks = {
  wake: (ports: Ports): Promise<unknown> => wake('linxiang', ports),
  sweep,
  reconcile,
};

/** `needs` of a process that dies before its call number `fatal`, if there is one. */
export const dyingAt = (fatal: number | null, ports: Ports): Ports =>
  faulty(ports, ({ number, name, args }: Call) =>
    number === fatal && !isMark(name, args) ? 'diesBefore' : undefined,
  );

/** Between the publishing and its mark lies the one case in which a message may go out again. */
const isMark = (name: string, args: readonly unknown[]): boolean =>
  name === 'ledger.write' && (args[0] as Digest).state === 'sent';
