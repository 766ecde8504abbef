import { ArnFormat, CfnOutput, Duration, Stack } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import {
  DomainName,
  HttpApi,
  HttpNoneAuthorizer,
  HttpStage,
  LogGroupLogDestination,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import type { Environment, PortalSettings } from '../../functions/runtime/settings.ts';
import { acknowledge } from '../acknowledge.ts';
import type { Stage } from '../stage.ts';
import { ParkFunction } from './park-function.ts';

type Settings = NonNullable<Stage['portal']>;

export type PortalProps = {
  readonly environment: Environment;
  readonly logDays: RetentionDays;
  readonly settings: Settings;
};

/** The HTTP API itself gives up after 30 seconds. */
const ANSWERS_WITHIN = Duration.seconds(29);

/** Requests a second in all: a park has some dozens of people. */
const THROTTLE = { rateLimit: 50, burstLimit: 100 };

/**
 * What the access log tells of a request. Not its path: that of a message's link is the key to it.
 */
const ACCESS_LOG = AccessLogFormat.custom(
  JSON.stringify({
    requestId: '$context.requestId',
    time: '$context.requestTime',
    ip: '$context.identity.sourceIp',
    method: '$context.httpMethod',
    status: '$context.status',
    bytes: '$context.responseLength',
    milliseconds: '$context.responseLatency',
    fault: '$context.integrationErrorMessage',
  }),
);

/**
 * The pages and the API: one function behind an HTTP API. The function itself asks who is there:
 * the links in messages are for people who do not sign in, and mainland China has neither function
 * URLs nor Cognito.
 */
export class Portal extends Construct {
  readonly function: ParkFunction;

  constructor(scope: Construct, id: string, { settings, ...props }: PortalProps) {
    super(scope, id);
    const sessions = this.#sessionSecret();
    const { signIn, clientSecretName } = settings;
    const own: PortalSettings = {
      SIGN_IN: JSON.stringify(signIn),
      SESSION_SECRET_ID: sessions.secretArn,
      CLIENT_SECRET_ID: clientSecretName ?? '',
    };
    // In the stack itself, as the other functions are, so that alarms and tests know it by its name.
    this.function = new ParkFunction(scope, `${id}Pages`, {
      handler: 'portal',
      environment: { ...props.environment, ...own },
      logDays: props.logDays,
      timeout: ANSWERS_WITHIN,
      files: 'portal/assets',
    });
    this.#mayRead(sessions.secretArn);
    if (clientSecretName !== undefined) this.#mayRead(this.#arnOfSecret(clientSecretName));
    this.#serve(props.logDays, settings.domain);
  }

  /** Made by AWS, so that nobody ever sees it. */
  #sessionSecret(): Secret {
    const secret = new Secret(this, 'Sessions', {
      description: 'Seals the cookies of those who are signed in',
      generateSecretString: { passwordLength: 64, excludePunctuation: true },
    });
    acknowledge(secret, {
      'AwsSolutions-SMG4': 'It has no other holder: a new version is made when it leaked.',
    });
    return secret;
  }

  /** The ARN of a secret that an engineer made, but for the six characters that AWS adds to it. */
  #arnOfSecret(name: string): string {
    return Stack.of(this).formatArn({
      service: 'secretsmanager',
      resource: 'secret',
      resourceName: `${name}-??????`,
      arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    });
  }

  #mayRead(secretArn: string): void {
    this.function.addToRolePolicy(
      new PolicyStatement({ actions: ['secretsmanager:GetSecretValue'], resources: [secretArn] }),
    );
  }

  #serve(logDays: RetentionDays, domain: Settings['domain']): void {
    const api = new HttpApi(this, 'Api', {
      createDefaultStage: false,
      defaultIntegration: new HttpLambdaIntegration('Pages', this.function),
      defaultAuthorizer: new HttpNoneAuthorizer(),
    });
    acknowledge(api, {
      'AwsSolutions-APIG4': 'The function asks who is there; message links need no sign-in.',
    });
    const logGroup = new LogGroup(this, 'AccessLog', { retention: logDays });
    const name = domain && this.#domainName(domain);
    new HttpStage(this, 'Stage', {
      httpApi: api,
      stageName: '$default',
      autoDeploy: true,
      throttle: THROTTLE,
      accessLogSettings: {
        destination: new LogGroupLogDestination(logGroup),
        format: ACCESS_LOG,
      },
      ...(name && { domainMapping: { domainName: name } }),
    });
    const address = domain ? `https://${domain.name}` : api.apiEndpoint;
    new CfnOutput(Stack.of(this), 'PortalAddress', { value: address });
  }

  #domainName({ name, certificateArn }: NonNullable<Settings['domain']>): DomainName {
    const domainName = new DomainName(this, 'Domain', {
      domainName: name,
      certificate: Certificate.fromCertificateArn(this, 'Certificate', certificateArn),
    });
    new CfnOutput(Stack.of(this), 'PortalAlias', { value: domainName.regionalDomainName });
    return domainName;
  }
}
