import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { preview } from '../../../bin/commands/preview.ts';
import { defaultPolicy } from '../../../functions/domain/policy/default-policy.ts';
import { run } from '../../support/command-line.ts';
import { fileOf, platform } from '../../support/registers.ts';

describe('ruqi preview --compare', () => {
  it('compares two policies: what is added, dropped and moved', async () => {
    const file = await fileOf(platform);
    const folder = await mkdtemp(join(tmpdir(), 'ruqi-'));
    const [now, next] = [join(folder, 'now.json'), join(folder, 'next.json')];
    const step = (daysBefore: number): object => ({ daysBefore, to: ['owner'] });
    const overdue = [{ workingDaysAfter: 20, to: ['owner'] }];
    const present = { ...defaultPolicy, overdue, before: [step(7), step(3)] };
    await writeFile(now, JSON.stringify(present));
    await writeFile(
      next,
      JSON.stringify({ ...present, before: [step(10), step(3)], sendTime: '09:00' }),
    );
    const args = ['--register', file, '--policy', now, '--compare', next];
    const june = ['--from', '2022-06-01', '--to', '2022-06-30'];
    const { out } = await run(preview, ...args, ...june, '--format', 'jsonl');
    expect(out.map((line) => JSON.parse(line))).toMatchObject([
      { change: 'added', at: '2022-06-20T09:00:00+08:00', rung: 'before-10', before: null },
      { change: 'dropped', at: '2022-06-23T08:00:00+08:00', rung: 'before-7' },
      {
        change: 'moved',
        at: '2022-06-27T09:00:00+08:00',
        rung: 'before-3',
        before: '2022-06-27T08:00:00+08:00',
      },
    ]);
    const { out: text } = await run(preview, ...args, ...june);
    expect(text).toEqual([
      '新增 2022-06-20 09:00 责任人 owner@安环局：建成平台，期限 2022-06-30〔原〕，还有10天（提前10天）',
      '取消 2022-06-23 08:00 责任人 owner@安环局：建成平台，期限 2022-06-30〔原〕，还有7天（提前7天）',
      '改期 2022-06-27 09:00（原 2022-06-27 08:00） 责任人 owner@安环局：建成平台，期限 2022-06-30〔原〕，还有3天（提前3天）',
      '\n新增 1 条，取消 1 条，改期 1 条。',
    ]);
    const { out: same } = await run(
      preview,
      '--register',
      file,
      '--compare',
      now,
      '--policy',
      now,
      ...june,
    );
    expect(same).toEqual(['\n新增 0 条，取消 0 条，改期 0 条。']);
  });
});
