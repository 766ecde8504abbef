import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { defaultPolicy } from '../../functions/domain/policy.ts';
import { command, finished, newFolder } from '../support/processes.ts';

describe('ruqi policy', { timeout: 120_000 }, () => {
  it('shows the policies, adopts another from a coming day on, and the next walk goes by it', async () => {
    const data = await newFolder();
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
});
