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
import type { Stage } from '../stage.ts';
import { Logs } from './logs.ts';

/** A name of its own, with its certificate. */
type Name = NonNullable<NonNullable<Stage['portal']>['domain']>;

export type FrontDoorProps = {
  readonly logDays: RetentionDays;
  /** One of AWS without it. */
  readonly name?: Name | undefined;
};

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
 * The HTTP API that faces the internet. It lets everybody through to the function, which asks who
 * is there: the links in messages are for people who do not sign in, and mainland China has neither
 * function URLs nor Cognito.
 */
export class FrontDoor extends Construct {
  /** Where messages lead, without a slash at the end. */
  readonly address: string;
  readonly #api: HttpApi;

  constructor(scope: Construct, id: string, { logDays, name }: FrontDoorProps) {
    super(scope, id);
    this.#api = new HttpApi(this, 'Api', {
      createDefaultStage: false,
      // A second door beside the name that the certificate, and in China the ICP filing, is for.
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

  /** Leads every request to `pages`. */
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
