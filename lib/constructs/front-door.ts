import { CfnOutput, Stack } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import {
  DomainName,
  HttpApi,
  HttpNoneAuthorizer,
  HttpRoute,
  HttpRouteKey,
  HttpStage,
  LogGroupLogDestination,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { acknowledge } from '../acknowledge.ts';
import type { StageConfig } from '../stage-config.ts';
import { Logs } from './logs.ts';

/** A custom domain with its certificate. */
type Name = NonNullable<NonNullable<StageConfig['portal']>['domain']>;

export type FrontDoorProps = {
  readonly logDays: RetentionDays;
  /** Custom domain; an AWS host name by default. */
  readonly name?: Name | undefined;
};

/** Requests per second of all callers together; a park has a few dozen users. */
const THROTTLE = { rateLimit: 50, burstLimit: 100 };

/** Fields of the access log. It omits the path, as the path of a message's link grants access. */
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
 * The public HTTP API. It forwards every request to the function, which authenticates the caller: the
 * links in messages work without sign-in, and mainland China has neither function URLs nor Cognito.
 */
export class FrontDoor extends Construct {
  /** Base address of links in messages, without a trailing slash. */
  readonly address: string;
  readonly #api: HttpApi;

  constructor(scope: Construct, id: string, { logDays, name }: FrontDoorProps) {
    super(scope, id);
    this.#api = new HttpApi(this, 'Api', {
      createDefaultStage: false,
      // The certificate, and in China the ICP filing, cover the custom domain only.
      ...(name && { disableExecuteApiEndpoint: true }),
    });
    const logGroup = new Logs(this, 'AccessLog', logDays);
    const domainName = name && this.#named(name);
    new HttpStage(this, 'Stage', {
      httpApi: this.#api,
      stageName: '$default',
      autoDeploy: true,
      throttle: THROTTLE,
      accessLogSettings: {
        destination: new LogGroupLogDestination(logGroup),
        format: ACCESS_LOG,
      },
      ...(domainName && { domainMapping: { domainName } }),
    });
    this.address = name ? `https://${name.name}` : this.#api.apiEndpoint;
    new CfnOutput(Stack.of(this), 'PortalAddress', { value: this.address });
  }

  /** Routes every request to `pages`. */
  leadTo(pages: IFunction): void {
    const route = new HttpRoute(this, 'Route', {
      httpApi: this.#api,
      routeKey: HttpRouteKey.DEFAULT,
      integration: new HttpLambdaIntegration('Pages', pages),
      authorizer: new HttpNoneAuthorizer(),
    });
    acknowledge(route, {
      'AwsSolutions-APIG4': 'The function asks who is there; message links need no sign-in.',
    });
  }

  #named({ name, certificateArn }: Name): DomainName {
    const domainName = new DomainName(this, 'Domain', {
      domainName: name,
      certificate: Certificate.fromCertificateArn(this, 'Certificate', certificateArn),
    });
    new CfnOutput(Stack.of(this), 'PortalAlias', { value: domainName.regionalDomainName });
    return domainName;
  }
}
