import { fileURLToPath } from 'node:url';
import { Duration, Stack } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, Runtime, Tracing } from 'aws-cdk-lib/aws-lambda';
import {
  type BundlingOptions,
  type ICommandHooks,
  NodejsFunction,
  OutputFormat,
} from 'aws-cdk-lib/aws-lambda-nodejs';
import type { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import type { Environment } from '../../functions/runtime/settings.ts';
import { acknowledge, wildcardFinding } from '../acknowledge.ts';
import { capabilitiesOf } from '../capabilities.ts';
import { METRICS_NAMESPACE } from '../metrics.ts';
import { Logs } from './logs.ts';

/** Shorter than the lease of a digest, so that a run ends before the lease it holds. */
export const RUN_TIMEOUT = Duration.minutes(5);

export type ParkFunctionProps = {
  /** File in `functions/handlers`, without `.ts`. */
  readonly handler: string;
  readonly environment: Environment & Readonly<Record<string, string>>;
  readonly logDays: RetentionDays;
  /** Receives events that the function failed on; only for functions that are invoked asynchronously. */
  readonly deadLetters?: IQueue;
  /** {@link RUN_TIMEOUT} without it. */
  readonly timeout?: Duration;
  /** Folder in `functions` whose stylesheets and scripts go into the bundle, each at its path in the folder. */
  readonly assets?: string;
};

const BUNDLING: BundlingOptions = {
  format: OutputFormat.ESM,
  target: 'node24',
  mainFields: ['module', 'main'],
  bundleAwsSDK: true,
  minify: true,
  sourceMap: true,
  // The libraries that read Word and zip files are CommonJS and `require` Node's own modules.
  banner:
    "import { createRequire as requireFrom } from 'node:module';const require = requireFrom(import.meta.url);",
};

/**
 * A Lambda function with the runtime, bundling, timeout and logs that all of them share. Its role may
 * write its own log and do what the stack grants.
 */
export class ParkFunction extends NodejsFunction {
  constructor(scope: Construct, id: string, props: ParkFunctionProps) {
    const { stackName, region } = Stack.of(scope);
    const { tracing } = capabilitiesOf(region);
    const logGroup = new Logs(scope, `${id}Logs`, props.logDays);
    const role = roleOf(scope, id, logGroup);
    super(scope, id, {
      entry: fileURLToPath(
        new URL(`../../functions/handlers/${props.handler}.ts`, import.meta.url),
      ),
      environment: {
        ...props.environment,
        NODE_OPTIONS: '--enable-source-maps',
        POWERTOOLS_METRICS_NAMESPACE: METRICS_NAMESPACE,
        POWERTOOLS_SERVICE_NAME: stackName,
      },
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: 512,
      timeout: props.timeout ?? RUN_TIMEOUT,
      logGroup,
      role,
      ...(tracing && { tracing: Tracing.ACTIVE }),
      ...(props.deadLetters && { deadLetterQueue: props.deadLetters }),
      bundling: { ...BUNDLING, ...(props.assets && { commandHooks: copying(props.assets) }) },
    });
    if (tracing) {
      acknowledge(role, {
        [wildcardFinding(this, '*')]: 'X-Ray knows no resources to name in a policy.',
      });
    }
  }
}

/** Copies the stylesheets and scripts of `folder` into the bundle, subfolders kept. */
const copying = (folder: string): ICommandHooks => ({
  beforeBundling: () => [],
  beforeInstall: () => [],
  afterBundling: (input, output) => [
    `cd "${input}/functions/${folder}" && tar -cf - $(find . -name "*.css" -o -name "*.js") | tar -xf - -C "${output}"`,
  ],
});

function roleOf(scope: Construct, id: string, logGroup: LogGroup): Role {
  const role = new Role(scope, `${id}Role`, {
    assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
  });
  logGroup.grantWrite(role);
  return role;
}
