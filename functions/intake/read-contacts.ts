import { type Contact, type Directory, directoryOf, EnteredContact } from '../domain/contact.ts';
import type { Problem } from '../domain/problem.ts';
import { readLines, refuse } from './read-lines.ts';

/** The contacts of a park and their posts. */
export type Contacts = {
  readonly contacts: readonly Contact[];
  readonly directory: Directory;
};

/**
 * Reads a contacts file (JSON Lines, UTF-8): posts, never persons.
 *
 * @param file - its name, for messages.
 * @throws {BadInput} naming every line that is wrong, and a missing office.
 */
export function readContacts(bytes: Uint8Array, file: string): Contacts {
  const lines = readLines(bytes, EnteredContact, file);
  const ids = new Set(lines.map(({ row }) => row.id));
  const seen = new Set<string>();
  const problems = lines.flatMap(({ line, row }): readonly Problem[] => {
    const isRepeated = seen.has(row.id);
    seen.add(row.id);
    const place = `${file} 第 ${line} 行`;
    const isUnknown = row.standIn !== undefined && !ids.has(row.standIn);
    return [
      ...(isRepeated
        ? [{ place: `${place} id`, message: `编号 ${row.id} 重复`, remedy: '请换一个编号' }]
        : []),
      ...(isUnknown
        ? [
            {
              place: `${place} standIn`,
              message: `没有 ${row.standIn} 这个联系人`,
              remedy: '请核对代收人的编号',
            },
          ]
        : []),
    ];
  });
  const contacts = lines.map(({ row }) => row);
  const directory = directoryOf(contacts);
  const vacancy = {
    place: file,
    message: '没有园区办（role 为 office）的联系人',
    remedy: '请加上园区办，没有联系人的岗位的提醒都转给它',
  };
  refuse([...problems, ...(directory.holds('office') ? [] : [vacancy])], file);
  return { contacts, directory };
}
