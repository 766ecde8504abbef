import { basename } from 'node:path';
import type { PolicyVersion } from '../../functions/domain/policy/policy-version.ts';
import { readJson } from '../../functions/files/read-json.ts';
import { openContext } from '../../functions/flows/context/open-context.ts';
import { adoptPolicy } from '../../functions/flows/policy/adopt-policy.ts';
import { localTime, TIME_ZONE } from '../../functions/local/local-time.ts';
import type { Command } from '../command.ts';
import { badOption, dayOption, readInput, readOptions } from '../options.ts';
import { parkOptions, parkUsage, withPark } from '../park-access.ts';

const spec = {
  adopt: { type: 'string' },
  from: { type: 'string' },
  as: { type: 'string' },
  ...parkOptions,
} as const;

/** Prints the policies of a park, or adopts a new one. */
export const policy: Command = {
  summary: '查看督办规则，或采用新的一版：从哪天起执行，已发的提醒不受影响',
  usage: [
    '用法：npm run -s ruqi -- policy > 督办规则.json   写出最新的一版；采用过的各版列在屏幕上',
    '      npm run -s ruqi -- policy --adopt 督办规则.json --from 2022-07-01 --as office',
    '  --adopt 文件   新的规则；可从写出的那一版改起，先用 preview --compare 预演',
    '  --from 日期    从这天零时起执行，只能是将来',
    '  --as 联系人    由谁采用',
    parkUsage,
  ].join('\n'),
  run: async (args, terminal) => {
    const options = readOptions(args, spec);
    const wanted = options.adopt === undefined ? undefined : await wantedOf(options.adopt, options);
    return withPark(options, terminal, async ({ ports, park }) => {
      if (wanted) await adoptPolicy(await openContext(park, ports), wanted);
      const { policies } = await ports.register.park(park);
      for (const each of policies) terminal.err(described(each));
      const latest = policies.at(-1) ?? policies[0];
      terminal.out(JSON.stringify(latest.policy, null, 2));
    });
  },
};

async function wantedOf(path: string, options: { readonly from?: string; readonly as?: string }) {
  const file = basename(path);
  const document = readJson(await readInput(path), file);
  if (typeof document !== 'object' || document === null) {
    throw badOption('adopt', `${file} 不是一份督办规则`, '请从 policy 命令的输出改起');
  }
  if (options.as === undefined) {
    throw badOption('as', '没有说明由谁采用', '请写成 --as office');
  }
  const effectiveFrom = dayOption('from', options.from).toZonedDateTime(TIME_ZONE).toInstant();
  return { document: { ...document }, effectiveFrom, by: options.as };
}

function described(version: PolicyVersion): string {
  const { policy: adopted, effectiveFrom, adoptedBy, adoptedAt } = version;
  return `第${adopted.version}版：${localTime(effectiveFrom)} 起生效，${adoptedBy} 于 ${localTime(adoptedAt)} 采用`;
}
