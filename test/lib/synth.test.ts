import { execFile, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { functionSettings } from '../support/function-settings.ts';

/** A message that no run takes, which is a request to the portal, too. */
const event = {
  Records: [{ messageId: 'm-1', body: '{"slot":"soon"}' }],
  version: '2.0',
  rawPath: '/signed-out',
  rawQueryString: '',
  headers: {},
  requestContext: { domainName: 'park.example', http: { method: 'GET', sourceIp: '192.0.2.1' } },
};

/** Loads a bundle and gives it the event; prints what it answers. */
const calling = (bundle: string): string => `
  const { handler } = await import(${JSON.stringify(pathToFileURL(bundle).href)});
  const event = ${JSON.stringify(event)};
  const answer = await handler(event, {}).catch((fault) => ({ fault: String(fault) }));
  console.log('ANSWER ' + JSON.stringify(answer));`;

/** What AWS would answer anyone who asks for a secret. */
async function secretsServer(): Promise<{ readonly address: string; readonly close: () => void }> {
  const server = createServer((_, response) => response.end('{"SecretString":"secret"}'));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return { address: `http://127.0.0.1:${port}`, close: () => server.close() };
}

it('synthesizes offline with no account, and its bundles run', { timeout: 120_000 }, async () => {
  const output = await mkdtemp(join(tmpdir(), 'ruqi-cdk-'));
  const synth = spawnSync('npx', ['cdk', 'synth', '--quiet', '--output', output], {
    encoding: 'utf8',
  });
  expect(synth).toMatchObject({ status: 0 });

  const assets = (await readdir(output)).filter((name) => /^asset\.\w+$/.test(name));
  const secrets = await secretsServer();
  const env = { PATH: process.env['PATH'], ...functionSettings, AWS_ENDPOINT_URL: secrets.address };
  const answers = await Promise.all(
    assets.map(async (asset) => {
      const script = calling(join(output, asset, 'index.mjs'));
      const node = promisify(execFile)('node', ['--input-type=module', '-e', script], { env });
      const { stdout } = await node;
      return /ANSWER (.*)/.exec(stdout)?.[1] ?? stdout;
    }),
  );
  secrets.close();
  const those = (words: string): number => answers.filter((each) => each.includes(words)).length;
  expect(those('{"batchItemFailures":[{"itemIdentifier":"m-1"}]}')).toBe(1);
  expect(those('BadEvent')).toBe(4);
  expect(those('已退出')).toBe(1);
  expect(answers).toHaveLength(6);
});
