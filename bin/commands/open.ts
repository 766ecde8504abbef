import { Label } from '../../functions/domain/base/parsing.ts';
import { Contact, OFFICE } from '../../functions/domain/contacts/contact.ts';
import { noOutlets, officeContact } from '../../functions/domain/contacts/outlets.ts';
import type { ParkSettings } from '../../functions/domain/policy/park-settings.ts';
import { openContext } from '../../functions/flows/context/open-context.ts';
import { foundPark } from '../../functions/flows/tasks/open-park.ts';
import type { Command, Terminal } from '../command.ts';
import { badOption, readOptions } from '../options.ts';
import { type ParkAccess, withPark } from '../park-access.ts';
import { showSubscribed } from './contact-lines.ts';

const spec = {
  name: { type: 'string' },
  zone: { type: 'string' },
  mail: { type: 'string' },
  stack: { type: 'string' },
  park: { type: 'string' },
} as const;

type OpenOptions = ReturnType<typeof readOptions<typeof spec>>;

/** Ids are part of keys and of slot names. */
const ID = /^[a-z0-9-]{1,20}$/;

/** Opens a park in a deployed stack. Its office signs in and does the rest. */
export const open: Command = {
  summary: '在部署好的堆栈里开设一个园区：先只有园区办，通讯录和计划由园区办在网页上添',
  usage: [
    '用法：npm run -s ruqi -- open --name 临湘高新区 --mail 邮箱 --stack Ruqi --park linxiang',
    '  --mail 邮箱   园区办在这里接收提醒；堆栈接通了别的渠道时可以不给',
    '  --park 编号   小写字母、数字和短横线，至多 20 个；已有的园区保持不变',
    '  --zone 时区   默认 Asia/Shanghai',
  ].join('\n'),
  run: async (args, terminal) => {
    const options = readOptions(args, spec);
    if (options.stack === undefined) {
      throw badOption('stack', '没有说明是哪个堆栈', '本机的园区由 npm start 开设，不用这个命令');
    }
    const { mail } = options;
    const settings = settingsOf(options);
    if (!Contact.safeParse(officeContact(noOutlets, mail)).success) {
      throw badOption('mail', `“${mail}”不是邮箱地址`, '请给出园区办的邮箱');
    }
    return withPark(options, terminal, (access) =>
      found(access, { ...settings, id: access.park }, mail, terminal),
    );
  },
};

/** Name and time zone of the park. Also checks the id, if given. */
function settingsOf({ name, zone = 'Asia/Shanghai', park }: OpenOptions): Omit<ParkSettings, 'id'> {
  const label = Label.safeParse(name ?? '');
  if (!label.success) {
    throw badOption('name', '没有园区的名称，或超过 40 个字', '请写成 --name 临湘高新区');
  }
  if (park !== undefined && !ID.test(park)) {
    throw badOption('park', `“${park}”不能用作编号`, '请用小写字母、数字和短横线，至多 20 个');
  }
  if (!Intl.supportedValuesOf('timeZone').includes(zone)) {
    throw badOption('zone', `不认识时区“${zone}”`, '请写成 Asia/Shanghai');
  }
  return { name: label.data, timeZone: zone };
}

/** Opens the park and asks the office to confirm its address. Idempotent. */
async function found(
  access: ParkAccess,
  settings: ParkSettings,
  mail: string | undefined,
  { out }: Pick<Terminal, 'out'>,
): Promise<void> {
  const { ports, park } = access;
  refuseUnreached(officeContact(ports.outlets, mail));
  const isNew = await foundPark(settings, ports, mail);
  out(isNew ? `已开设 ${settings.name}（${park}）。` : `${park} 已经有了，保持不变。`);
  const office = (await openContext(park, ports)).directory.recipientOf(OFFICE)?.contact;
  const reach = office && (await showSubscribed(access, office, out));
  if (reach?.how === 'subscribed' && reach.subscription.state !== 'confirmed') out(CONFIRM);
}

function refuseUnreached({ channels }: Contact): void {
  if (channels.length > 0) return;
  const message = '没有园区办的邮箱，这个堆栈也没有接通别的渠道，园区办将收不到提醒';
  throw badOption('mail', message, '请加上 --mail 邮箱');
}

const CONFIRM =
  '请园区办打开确认邮件里的链接，再用 ruqi contact test office 核对；确认以前提醒送不到。';
