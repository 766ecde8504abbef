import { ArnFormat, Duration, Stack } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import type { Construct } from 'constructs';
import type { Environment, PortalSettings } from '../../functions/runtime/settings.ts';
import { acknowledge } from '../acknowledge.ts';
import type { Stage } from '../stage.ts';
import { ParkFunction } from './park-function.ts';

export type PortalProps = {
  readonly environment: Environment;
  readonly logDays: RetentionDays;
  readonly settings: NonNullable<Stage['portal']>;
};

/** The HTTP API gives up after 30 seconds. */
const ANSWERS_WITHIN = Duration.seconds(29);

/** The function of the pages and the API, with the secrets that only it may read. */
export class Portal extends ParkFunction {
  constructor(scope: Construct, id: string, { settings, environment, logDays }: PortalProps) {
    const { signIn, clientSecretName } = settings;
    const sessions = sessionSecret(scope, `${id}Sessions`);
    const own: PortalSettings = {
      SIGN_IN: JSON.stringify(signIn),
      SESSION_SECRET_ID: sessions.secretArn,
      CLIENT_SECRET_ID: clientSecretName ?? '',
    };
    super(scope, id, {
      handler: 'portal',
      environment: { ...environment, ...own },
      logDays,
      timeout: ANSWERS_WITHIN,
      assets: 'portal',
    });
    this.#mayRead(sessions.secretArn);
    if (clientSecretName !== undefined) this.#mayRead(arnOf(scope, clientSecretName));
  }

  #mayRead(secretArn: string): void {
    this.addToRolePolicy(
      new PolicyStatement({ actions: ['secretsmanager:GetSecretValue'], resources: [secretArn] }),
    );
  }
}

/** Made by AWS, so that nobody ever sees it. */
function sessionSecret(scope: Construct, id: string): Secret {
  const secret = new Secret(scope, id, {
    description: 'Seals the cookies of those who are signed in',
    generateSecretString: { passwordLength: 64, excludePunctuation: true },
  });
  acknowledge(secret, {
    'AwsSolutions-SMG4': 'It has no other holder: a new version is made when it leaked.',
  });
  return secret;
}

/** The ARN of a secret that an engineer made, but for the six characters that AWS adds to it. */
const arnOf = (scope: Construct, name: string): string =>
  Stack.of(scope).formatArn({
    service: 'secretsmanager',
    resource: 'secret',
    resourceName: `${name}-??????`,
    arnFormat: ArnFormat.COLON_RESOURCE_NAME,
  });
