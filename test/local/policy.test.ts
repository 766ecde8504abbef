import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { policy } from '../../bin/commands/policy.ts';
import { defaultPolicy } from '../../functions/domain/policy/default-policy.ts';
import { run } from '../support/command-line.ts';
import { begunFolder } from '../support/homes.ts';
import { command, finished } from '../support/processes.ts';

describe('ruqi policy', { timeout: 120_000 }, () => {
  it('shows the policies, adopts one from a coming day on, and the next run uses it', async () => {
    const data = await begunFolder();
    const file = join(data, 'policy.json');
    const adopt = ['policy', '--adopt', file, '--as', 'office', '--data', data, '--from'];
    await writeFile(file, JSON.stringify({ ...defaultPolicy, sendTime: '09:00' }));

    const late = await command(...adopt, '2022-06-14');
    expect(late.code).toBe(2);
    expect(late.text).toContain('督办规则：生效时刻早于 2022-06-15 08:00');
    expect((await command('policy', '--data', data)).text).not.toContain('第2版');

    const adopted = await command(...adopt, '2022-06-16');
    expect(adopted.code).toBe(0);
    expect(adopted.text).toContain(
      '第2版：2022-06-16 00:00 起生效，office 于 2022-06-15 08:00 采用',
    );

    const { text } = await finished('--data', data, '--until', '2022-06-23');
    expect(text).toContain('2022-06-15 08:00 → anhuan-owner');
    expect(text).toContain('2022-06-23 09:00 → anhuan-owner');
    expect(text).not.toContain('2022-06-23 08:00');
  });

  it('writes a document that can be adopted as it is, with the versions next to it', async () => {
    const data = await begunFolder();
    const { out, err } = await run(policy, '--data', data);
    expect(err).toMatch(/^第1版：.* 起生效，system 于 .* 采用$/);
    expect(JSON.parse(out.join('\n'))).toEqual(defaultPolicy);
    const file = join(data, 'policy.json');
    await writeFile(file, out.join('\n'));
    const adopt = ['--adopt', file, '--as', 'office', '--from', '2022-06-16', '--data', data];
    const adopted = await run(policy, ...adopt);
    expect({ code: adopted.code, err: adopted.err }).toMatchObject({
      code: 0,
      err: expect.stringContaining(
        '第2版：2022-06-16 00:00 起生效，office 于 2022-06-15 08:00 采用',
      ),
    });
    expect(JSON.parse(adopted.out.join('\n'))).toEqual({ ...defaultPolicy, version: 2 });
  });

  it('names a field that no policy has', async () => {
    const data = await begunFolder();
    const file = join(data, 'policy.json');
    await writeFile(
      file,
      JSON.stringify({ ...defaultPolicy, pace: { bond: 'bond_6m_30' }, note: '' }),
    );
    const adopt = ['--adopt', file, '--as', 'office', '--from', '2022-06-16', '--data', data];
    const { code, err } = await run(policy, ...adopt);
    expect(code).toBe(2);
    expect(err).toContain('督办规则 pace.bond：没有这个字段');
    expect(err).toContain('督办规则 note：没有这个字段');
  });
});
