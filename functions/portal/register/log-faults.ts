import type { Desk } from '../http/frame.ts';
import type { Portal } from '../http/portal.ts';

/** Logs what went wrong with single tasks of a bulk, which its page names. */
export function logFaults({ var: { run } }: Pick<Desk, 'var'>, { log }: Pick<Portal, 'log'>): void {
  for (const { at, fault } of run.report.faults)
    log.error('a task of a bulk failed', { at, fault });
}
