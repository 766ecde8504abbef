import { DamagedRecord } from '../functions/domain/base/faults.ts';
import { setUpWords } from '../functions/domain/contacts/outlets.ts';
import { listedOf } from '../functions/domain/tasks/node.ts';
import { openContext } from '../functions/flows/context/open-context.ts';
import { unreachedContacts } from '../functions/flows/context/unreached.ts';
import { localTime } from '../functions/local/local-time.ts';
import type { Running } from '../functions/local/start.ts';
import type { Terminal } from './command.ts';
import { figureLines } from './figures.ts';

/** Prints the state of the park after a start, and which keys there are. */
export async function greet(
  { residence, now, address, laptop }: Running,
  isLive: boolean,
  { out }: Terminal,
): Promise<void> {
  const stored = await Array.fromAsync(laptop.ports.register.tasks(residence.id));
  const all = stored.flatMap((each) => (each instanceof DamagedRecord ? [] : [each.task]));
  const tasks = listedOf(all);
  const dated = tasks.filter(({ due }) => due !== null).length;
  out('');
  out(
    `如期 · ${residence.name}（${isLive ? '真实时钟' : '演示时钟'} ${localTime(now())}，北京时间）`,
  );
  out(`登记 ${tasks.length} 项，其中有期限的 ${dated} 项。`);
  const next = laptop.slots.next();
  if (next) out(`时刻已排好，下一个是 ${localTime(next)}。`);
  const figures = await figureLines(residence.id, now(), laptop.ports);
  if (figures.length > 0)
    out(isLive ? '指标和资金：' : '指标和资金（完成数、项目和日期是示例数据）：');
  for (const line of figures) out(`  ${line}`);
  const unreached = await unreachedContacts(await openContext(residence.id, laptop.ports));
  if (unreached.length > 0) {
    const posts = unreached.map(({ contact }) => contact.post).join('、');
    out(`现在送不到提醒的岗位：${posts}（${setUpWords(laptop.ports.outlets)}）。`);
  }
  out(`网页：${address}`);
  out(
    isLive
      ? '按 q 或 Ctrl-C 退出。'
      : '按 n 走到下一个时刻，按 s 替所有人签收，按 q 或 Ctrl-C 退出。',
  );
}
