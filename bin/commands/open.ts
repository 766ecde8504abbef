import { Label } from '../../functions/domain/parsing.ts';
import { foundPark } from '../../functions/flows/open-park.ts';
import type { Command } from '../command.ts';
import { readOptions, refused } from '../options.ts';
import { atPlace } from '../place.ts';

const spec = {
  name: { type: 'string' },
  zone: { type: 'string' },
  stack: { type: 'string' },
  park: { type: 'string' },
} as const;

/** Ids become part of keys and of slots' names. */
const ID = /^[a-z0-9-]{1,20}$/;

/** Opens a park in a deployed stack, so that its office can sign in and do the rest. */
export const open: Command = {
  summary: '在部署好的堆栈里开设一个园区：先只有园区办，通讯录和计划由园区办在网页上添',
  usage: [
    '用法：npm run -s ruqi -- open --name 临湘高新区 --stack Ruqi --park linxiang',
    '  --park 编号   小写字母、数字和短横线，至多 20 个；已有的园区保持不变',
    '  --zone 时区   默认 Asia/Shanghai',
  ].join('\n'),
  run: async (args, terminal) => {
    const { name, zone = 'Asia/Shanghai', ...place } = readOptions(args, spec);
    if (place.stack === undefined) {
      throw refused('stack', '没有说明是哪个堆栈', '本机的园区由 npm start 开设，不用这个命令');
    }
    const label = Label.safeParse(name ?? '');
    if (!label.success) {
      throw refused('name', '没有园区的名称，或超过 40 个字', '请写成 --name 临湘高新区');
    }
    if (place.park !== undefined && !ID.test(place.park)) {
      throw refused(
        'park',
        `“${place.park}”不能用作编号`,
        '请用小写字母、数字和短横线，至多 20 个',
      );
    }
    if (!Intl.supportedValuesOf('timeZone').includes(zone)) {
      throw refused('zone', `不认识时区“${zone}”`, '请写成 Asia/Shanghai');
    }
    return atPlace(place, terminal, async ({ needs, park: id }) => {
      const isNew = await foundPark({ id, name: label.data, timeZone: zone }, needs);
      terminal.out(isNew ? `已开设 ${label.data}（${id}）。` : `${id} 已经有了，保持不变。`);
    });
  },
};
