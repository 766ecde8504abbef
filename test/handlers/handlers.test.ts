import { beforeEach, describe, expect, it, vi } from 'vitest';
import { functionSettings } from '../support/function-settings.ts';

type Loaded = { readonly handler: (event: never, context: never) => Promise<unknown> };

const SCHEDULED: readonly { readonly name: string; readonly load: () => Promise<Loaded> }[] = [
  { name: 'reconcile', load: () => import('../../functions/handlers/reconcile.ts') },
  { name: 'subscribe', load: () => import('../../functions/handlers/subscribe.ts') },
  { name: 'sweep', load: () => import('../../functions/handlers/sweep.ts') },
  { name: 'vitals', load: () => import('../../functions/handlers/health.ts') },
];

const wake = (): Promise<Loaded> => import('../../functions/handlers/wake.ts');

const withSettings = (): void => {
  vi.stubEnv('POWERTOOLS_LOG_LEVEL', 'SILENT');
  for (const [name, value] of Object.entries(functionSettings)) vi.stubEnv(name, value);
};

const call = ({ handler }: Loaded, event: unknown): Promise<unknown> =>
  handler(event as never, {} as never);

describe('the handlers', () => {
  beforeEach(() => vi.resetModules());

  it.each([...SCHEDULED, { name: 'wake', load: wake }])(
    '$name does not start without its settings, and names those that are missing',
    async ({ load }) => {
      vi.stubEnv('TABLE_NAME', undefined);
      vi.stubEnv('TOPIC_ARN', undefined);
      await expect(load()).rejects.toThrow(/TABLE_NAME[^]*TOPIC_ARN/);
    },
  );

  it('the portal does not start without a session secret', async () => {
    vi.stubEnv('SESSION_SECRET_ID', undefined);
    await expect(import('../../functions/handlers/portal.ts')).rejects.toThrow('SESSION_SECRET_ID');
  });

  it.each(SCHEDULED)('$name rejects an event that is no tick', async ({ load }) => {
    withSettings();
    await expect(call(await load(), 'no tick')).rejects.toMatchObject({ name: 'BadEvent' });
  });

  it('wake reports a message that names no park as failed, and only that one', async () => {
    withSettings();
    const event = { Records: [{ messageId: 'm-1', body: '{"slot":"soon"}' }] };
    expect(await call(await wake(), event)).toEqual({
      batchItemFailures: [{ itemIdentifier: 'm-1' }],
    });
  });
});
