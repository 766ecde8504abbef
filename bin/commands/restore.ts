import { BadInput, type Problem } from '../../functions/domain/base/problems.ts';
import { enterContacts } from '../../functions/flows/contacts/enter-contacts.ts';
import type { TableItem } from '../../functions/register/item-store.ts';
import { contactsIn, isOfPark, putBack } from '../../functions/register/park-items.ts';
import type { Command } from '../command.ts';
import { readInput, readOptions } from '../options.ts';
import { type ParkAccess, parkOptions, parkUsage, withPark } from '../park-access.ts';

/** Restores the records that `export` printed. */
export const restore: Command = {
  summary: '把导出的数据放回一个园区；已有的记录不动，可以重复执行',
  usage: [
    '用法：npm run -s ruqi -- restore park.jsonl',
    parkUsage,
    '  放回以后，夜间核对会安排好每一个提醒时刻；不想等到夜里，就调用一次 reconcile 函数。',
  ].join('\n'),
  run: async ([file = '', ...args], terminal) => {
    const options = readOptions(args, parkOptions);
    const lines = new TextDecoder().decode(await readInput(file)).split('\n');
    const putAll = async ({ items, park, ports }: ParkAccess): Promise<void> => {
      const found = itemsIn(lines, file, park);
      let put = 0;
      for (const item of found) put += Number(await putBack(items, item));
      terminal.out(`放回了${put}条记录，另有${found.length - put}条已经在那里，没有改动。`);
      // The directory is one record: if there is one already, only the missing contacts are added.
      const added = await enterContacts(park, found.flatMap(contactsIn), ports);
      if (added > 0) terminal.out(`通讯录补上了${added}个联系人。`);
    };
    return withPark(options, terminal, putAll, true);
  },
};

/** @throws {BadInput} naming every line that is not a record of `park`; then nothing is restored. */
function itemsIn(lines: readonly string[], file: string, park: string): readonly TableItem[] {
  const problems: Problem[] = [];
  const items: TableItem[] = [];
  lines.forEach((line, at) => {
    if (line.trim() === '') return;
    const place = `${file} 第 ${at + 1} 行`;
    const item = parsed(line);
    const remedy = '请用 ruqi export 重新导出';
    if (!item) problems.push({ place, message: '不是一条导出的记录', remedy });
    else if (isOfPark(item, park)) items.push(item);
    else problems.push({ place, message: `不是园区 ${park} 的记录`, remedy: '请核对 --park' });
  });
  if (problems.length > 0) throw new BadInput(problems);
  return items;
}

function parsed(line: string): TableItem | undefined {
  try {
    const item: unknown = JSON.parse(line);
    const isItem = typeof item === 'object' && item !== null && 'pk' in item && 'sk' in item;
    return isItem ? item : undefined;
  } catch {
    return undefined;
  }
}
