import { fileURLToPath } from 'node:url';
import { Duration } from 'aws-cdk-lib';
import { Architecture, Runtime } from 'aws-cdk-lib/aws-lambda';
import { NodejsFunction, OutputFormat } from 'aws-cdk-lib/aws-lambda-nodejs';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import type { Environment } from '../../functions/runtime/settings.ts';

/** Shorter than the lease of a digest, so that the run that holds it is over when the lease ends. */
export const RUN_TIMEOUT = Duration.minutes(5);

export type ParkFunctionProps = {
  /** File in `functions/handlers`, without `.ts`. */
  readonly handler: string;
  readonly environment: Environment;
  /** Where an event goes that the function failed on; only for those that are called asynchronously. */
  readonly deadLetters?: IQueue;
};

/** A Lambda with the one choice of runtime, bundle, time limit and logs. */
export class ParkFunction extends NodejsFunction {
  constructor(
    scope: Construct,
    id: string,
    { handler, environment, deadLetters }: ParkFunctionProps,
  ) {
    super(scope, id, {
      entry: fileURLToPath(new URL(`../../functions/handlers/${handler}.ts`, import.meta.url)),
      environment: { ...environment, NODE_OPTIONS: '--enable-source-maps' },
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: 512,
      timeout: RUN_TIMEOUT,
      logGroup: new LogGroup(scope, `${id}Logs`, { retention: RetentionDays.SIX_MONTHS }),
      ...(deadLetters && { deadLetterQueue: deadLetters }),
      bundling: {
        format: OutputFormat.ESM,
        target: 'node24',
        mainFields: ['module', 'main'],
        bundleAwsSDK: true,
        minify: true,
        sourceMap: true,
      },
    });
  }
}
