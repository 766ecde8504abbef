import { createHash } from 'node:crypto';
import {
  GetSecretValueCommand,
  ResourceNotFoundException,
  type SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';

/**
 * The keys of secret `id`, 32 bytes each: the current version and, if there is one, the previous
 * version, so that a rotation signs nobody out.
 */
export async function keysOf(
  client: SecretsManagerClient,
  id: string,
): Promise<readonly Uint8Array[]> {
  const versions = ['AWSCURRENT', 'AWSPREVIOUS'].map((stage) => secretOf(client, id, stage));
  const texts = (await Promise.all(versions)).filter((text) => text !== undefined);
  return texts.map((text) => createHash('sha256').update(text).digest());
}

/**
 * The text of the secret `id`.
 *
 * @throws {Error} if there is none.
 */
export async function textOf(client: SecretsManagerClient, id: string): Promise<string> {
  const text = await secretOf(client, id, 'AWSCURRENT');
  if (text === undefined) throw new Error(`the secret ${id} is not there or has no text`);
  return text;
}

async function secretOf(
  client: SecretsManagerClient,
  SecretId: string,
  VersionStage: string,
): Promise<string | undefined> {
  try {
    const command = new GetSecretValueCommand({ SecretId, VersionStage });
    return (await client.send(command)).SecretString;
  } catch (fault) {
    if (fault instanceof ResourceNotFoundException) return undefined;
    throw fault;
  }
}
