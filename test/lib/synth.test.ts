import { spawnSync } from 'node:child_process';
import { mkdtemp, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';

const arn = 'arn:aws:sqs:local:000000000000:any';
const settings = {
  AWS_REGION: 'local',
  TABLE_NAME: 'ruqi',
  TOPIC_ARN: arn,
  SUBSCRIPTION_DEAD_LETTER_ARN: arn,
  SLOT_GROUP: 'slots',
  SLOT_ROLE_ARN: arn,
  WAKE_QUEUE_ARN: arn,
  SLOT_DEAD_LETTER_ARN: arn,
};

/** Loads a bundle and gives it a message that no run takes; prints what it answers. */
const calling = (bundle: string): string => `
  const { handler } = await import(${JSON.stringify(pathToFileURL(bundle).href)});
  const record = { messageId: 'm-1', body: '{"slot":"soon"}' };
  const answer = await handler({ Records: [record] }, {}).catch((fault) => ({ fault: String(fault) }));
  console.log('ANSWER ' + JSON.stringify(answer));`;

it('synthesizes offline with no account, and its bundles run', { timeout: 120_000 }, async () => {
  const output = await mkdtemp(join(tmpdir(), 'ruqi-cdk-'));
  const synth = spawnSync('npx', ['cdk', 'synth', '--quiet', '--output', output], {
    encoding: 'utf8',
  });
  expect(synth).toMatchObject({ status: 0 });

  const assets = (await readdir(output)).filter((name) => /^asset\.\w+$/.test(name));
  expect(assets).toHaveLength(5);
  const answers = assets.map((asset) => {
    const script = calling(join(output, asset, 'index.mjs'));
    const { stdout, stderr } = spawnSync('node', ['--input-type=module', '-e', script], {
      encoding: 'utf8',
      env: { PATH: process.env['PATH'], ...settings },
    });
    return /ANSWER (.*)/.exec(stdout)?.[1] ?? stderr;
  });
  expect(
    answers.filter((each) => each === '{"batchItemFailures":[{"itemIdentifier":"m-1"}]}'),
  ).toHaveLength(1);
  expect(answers.filter((each) => each.includes('BadEvent'))).toHaveLength(4);
});
