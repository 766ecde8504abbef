import { DigestId } from '../../functions/domain/base/ids.ts';
import { openContext } from '../../functions/flows/context/open-context.ts';
import { signFor, signForAll } from '../../functions/flows/tasks/sign-for.ts';
import type { Command } from '../command.ts';
import { badOption, readOptions } from '../options.ts';
import { parkOptions, parkUsage, withPark } from '../park-access.ts';

const spec = {
  as: { type: 'string' },
  digest: { type: 'string' },
  ...parkOptions,
} as const;

/** Signs for digests. */
export const sign: Command = {
  summary: '签收提醒：签收以后，这些提醒不再逐级上报',
  usage: [
    '用法：npm run -s ruqi -- sign --as 联系人 [--digest 2022-06-27#owner@安环局#1]',
    '  不给 --digest 就签收发给这个联系人的全部提醒',
    parkUsage,
  ].join('\n'),
  run: async (args, terminal) => {
    const options = readOptions(args, spec);
    const { as: by, digest } = options;
    if (by === undefined) throw badOption('as', '没有说明由谁签收', '请写成 --as anhuan-owner');
    return withPark(options, terminal, async ({ ports, park }) => {
      const run = await openContext(park, ports);
      const given =
        digest === undefined
          ? await signForAll(run, by)
          : await signFor(run, { digest: DigestId.parse(digest), by });
      terminal.out(given === 0 ? '没有待签收的提醒。' : `签收了${given}条提醒。`);
    });
  },
};
