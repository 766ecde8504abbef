import { setStandIn } from '../../functions/flows/contacts/stand-in.ts';
import type { Command } from '../command.ts';
import { badOption, readOptions } from '../options.ts';
import { parkOptions, parkUsage, withPark } from '../park-access.ts';

const spec = {
  to: { type: 'string' },
  none: { type: 'boolean' },
  as: { type: 'string' },
  ...parkOptions,
} as const;

/** Sets the contact that receives and acts for another one. */
export const standIn: Command = {
  summary: '设定代收人：某岗位不在时，由谁代收、代办；凭证和记录上两人都写明',
  usage: [
    '用法：npm run -s ruqi -- stand-in 联系人 --to 代收人 --as office',
    '      npm run -s ruqi -- stand-in 联系人 --none --as office   不再代收',
    parkUsage,
  ].join('\n'),
  run: async ([contact = '', ...args], terminal) => {
    const options = readOptions(args, spec);
    const { to, none = false, as: by } = options;
    if (by === undefined) throw badOption('as', '没有说明由谁设定', '请写成 --as office');
    if ((to === undefined) === !none) {
      throw badOption('to', '须给出代收人，或者写明不再代收', '请写成 --to 联系人，或 --none');
    }
    return withPark(options, terminal, async ({ ports, park }) => {
      const wanted = { park, contact, standIn: to ?? null, by };
      const { post, standIn: now } = await setStandIn(wanted, ports);
      terminal.out(now === undefined ? `${post}自己接收。` : `${post}由 ${now} 代收。`);
    });
  },
};
