import { createHash } from 'node:crypto';
import {
  DecryptionFailure,
  GetSecretValueCommand,
  ResourceNotFoundException,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { keysOf, textOf } from '../../../functions/handlers/wiring/secrets.ts';

const secrets = mockClient(SecretsManagerClient);
const client = new SecretsManagerClient({ region: 'local' });

const fault = { message: 'any', $metadata: {} };
const keyOf = (text: string): Uint8Array => createHash('sha256').update(text).digest();
const stage = (VersionStage: string) =>
  secrets.on(GetSecretValueCommand, { SecretId: 'session', VersionStage });

beforeEach(() => {
  secrets.reset();
  stage('AWSCURRENT').resolves({ SecretString: 'new' });
});

describe('the keys that seal cookies', () => {
  it('are the current one and, after a rotation, the previous one', async () => {
    stage('AWSPREVIOUS').resolves({ SecretString: 'old' });
    expect(await keysOf(client, 'session')).toEqual([keyOf('new'), keyOf('old')]);
  });

  it('are the current one alone before the first rotation', async () => {
    stage('AWSPREVIOUS').rejects(new ResourceNotFoundException(fault));
    expect(await keysOf(client, 'session')).toEqual([keyOf('new')]);
  });

  it('cannot be read when Secrets Manager fails', async () => {
    stage('AWSPREVIOUS').rejects(new DecryptionFailure(fault));
    await expect(keysOf(client, 'session')).rejects.toThrow(DecryptionFailure);
  });
});

describe('the text of a secret', () => {
  it('is its current version', async () => {
    expect(await textOf(client, 'session')).toBe('new');
  });

  it.each([
    {
      what: 'is missing',
      answer: () => stage('AWSCURRENT').rejects(new ResourceNotFoundException(fault)),
    },
    { what: 'has no text', answer: () => stage('AWSCURRENT').resolves({}) },
  ])('throws and names the secret when it $what', async ({ answer }) => {
    answer();
    await expect(textOf(client, 'session')).rejects.toThrow('the secret session');
  });
});
