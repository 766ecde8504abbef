import type { RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import type { Environment } from '../functions/runtime/settings.ts';
import { ParkFunction } from './constructs/park-function.ts';

/** The functions of every stage, without the optional portal. */
export type StageFunctions = Readonly<
  Record<'wake' | 'sweep' | 'reconcile' | 'subscribe' | 'health', ParkFunction>
>;

/**
 * Creates the functions of a stage in `scope`.
 *
 * @param deadLetters - receives events that a function called by a schedule failed on.
 */
export function stageFunctions(
  scope: Construct,
  common: { readonly environment: Environment; readonly logDays: RetentionDays },
  deadLetters: IQueue,
): StageFunctions {
  const called = { ...common, deadLetters };
  return {
    wake: new ParkFunction(scope, 'Wake', { handler: 'wake', ...common }),
    sweep: new ParkFunction(scope, 'Sweep', { handler: 'sweep', ...called }),
    reconcile: new ParkFunction(scope, 'Reconcile', { handler: 'reconcile', ...called }),
    subscribe: new ParkFunction(scope, 'Subscribe', { handler: 'subscribe', ...called }),
    health: new ParkFunction(scope, 'Vitals', { handler: 'health', ...called }),
  };
}
