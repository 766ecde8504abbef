import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';

const MEASURING = `
  const { measure } = await import('./functions/runtime/gauges.ts');
  measure({ DailyRun: 1, PastSlots: 0 });
  measure({ Repaired: 3 });`;

it('what is measured is one line in the format that CloudWatch takes metrics from', () => {
  const { stdout } = spawnSync('node', ['--input-type=module', '-e', MEASURING], {
    encoding: 'utf8',
    env: {
      PATH: process.env['PATH'],
      POWERTOOLS_METRICS_NAMESPACE: 'Ruqi',
      POWERTOOLS_SERVICE_NAME: 'RuqiTest',
    },
  });
  const [first, second] = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(first).toMatchObject({ service: 'RuqiTest', DailyRun: 1, PastSlots: 0 });
  expect(first).toMatchObject({
    _aws: { CloudWatchMetrics: [{ Namespace: 'Ruqi', Dimensions: [['service']] }] },
  });
  expect(second).toMatchObject({ Repaired: 3 });
  expect(second).not.toHaveProperty('DailyRun');
});
