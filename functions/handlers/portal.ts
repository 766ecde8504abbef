import { Logger } from '@aws-lambda-powertools/logger';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { handle, type LambdaEvent } from 'hono/aws-lambda';
import { Temporal } from 'temporal-polyfill';
import { SignInSettings } from '../domain/contacts/sign-in-settings.ts';
import { portalApp } from '../portal/app.tsx';
import { issuerOf } from '../portal/http/issuer.ts';
import { readPortalSettings } from '../runtime/settings.ts';
import { awsSubscribing } from './wiring/aws.ts';
import { keysOf, textOf } from './wiring/secrets.ts';

const { SIGN_IN, SESSION_SECRET_ID, CLIENT_SECRET_ID } = readPortalSettings(process.env);
const signIn = SignInSettings.parse(JSON.parse(SIGN_IN));
const secrets = new SecretsManagerClient();
const keys = await keysOf(secrets, SESSION_SECRET_ID);
const clientSecret = CLIENT_SECRET_ID === '' ? null : await textOf(secrets, CLIENT_SECRET_ID);

const ports = awsSubscribing(process.env);

/** Serves the pages and the API. */
export const handler = handle(
  portalApp({
    ports,
    subscribing: ports,
    keys,
    realNow: () => Temporal.Now.instant(),
    addressOf: (request) => sourceOf((request.env as { readonly event: LambdaEvent }).event),
    signIn: { kind: 'issuer', issuer: issuerOf(signIn, clientSecret), rules: signIn.groups },
    // The payload of a function is limited to 6 MB, and uploads are Base64-encoded in it.
    uploadMegabytes: 4,
    demo: null,
    asking: null,
    log: new Logger({ serviceName: 'ruqi' }),
  }),
);

/** The caller's address as API Gateway saw it; headers set by the caller are not trusted. */
const sourceOf = ({ requestContext }: LambdaEvent): string =>
  'http' in requestContext ? requestContext.http.sourceIp : '';
