import type { Problem } from '../domain/base/problems.ts';
import { refuse } from '../domain/base/refuse.ts';
import {
  type Contact,
  type Directory,
  directoryOf,
  EnteredContact,
  OFFICE,
} from '../domain/contacts/contact.ts';
import {
  contestedBy,
  directoryIn,
  emptyDirectory,
  withContact,
} from '../domain/contacts/directory-record.ts';
import { postWords } from '../domain/tasks/contact-changes.ts';
import { readLines } from './read-lines.ts';

/** The contacts of a park and their posts. */
export type ContactsFile = {
  readonly contacts: readonly Contact[];
  readonly directory: Directory;
};

/**
 * Reads a contacts file (JSON Lines, UTF-8): posts, never persons.
 *
 * @param file - its name, for messages.
 * @throws {BadInput} naming every line that is wrong, every post that two lines claim, and a missing
 *   office.
 */
export function readContacts(bytes: Uint8Array, file: string): ContactsFile {
  const lines = readLines(bytes, EnteredContact, file);
  const byId = new Map(lines.map(({ row }) => [row.id, row]));
  const seen = new Set<string>();
  const problems = lines.flatMap(({ line, row }): readonly Problem[] => {
    const isRepeated = seen.has(row.id);
    seen.add(row.id);
    const place = `${file} 第 ${line} 行`;
    const standIn = row.standIn === undefined ? undefined : byId.get(row.standIn);
    return [
      ...(isRepeated
        ? [{ place: `${place} id`, message: `编号 ${row.id} 重复`, remedy: '请换一个编号' }]
        : []),
      ...standInProblems(row, standIn, place),
    ];
  });
  const contacts = lines.map(({ row }) => row);
  const directory = directoryOf(contacts);
  const contested = contestedIn(lines, file);
  const vacancy = {
    place: file,
    message: '没有园区办（role 为 office）的联系人',
    remedy: '请加上园区办，没有联系人的岗位的提醒都转给它',
  };
  refuse([...problems, ...contested, ...(directory.holds(OFFICE) ? [] : [vacancy])], file);
  return { contacts, directory };
}

function standInProblems(
  { id, standIn }: Contact,
  other: Contact | undefined,
  line: string,
): readonly Problem[] {
  if (standIn === undefined) return [];
  const place = `${line} standIn`;
  if (!other) {
    return [{ place, message: `没有 ${standIn} 这个联系人`, remedy: '请核对代收人的编号' }];
  }
  const isChained = standIn === id || other.standIn !== undefined;
  return isChained
    ? [{ place, message: `${standIn} 自己也由别人代`, remedy: '请换一个代收人' }]
    : [];
}

type Line = { readonly line: number; readonly row: Contact };

/** Every post that a line claims after another one. */
function contestedIn(lines: readonly Line[], file: string): readonly Problem[] {
  let record = emptyDirectory('');
  return lines.flatMap(({ line, row }) => {
    const contested = contestedBy(row, directoryIn(record));
    record = withContact(record, row);
    return contested.map(({ post, holder }) => ({
      place: `${file} 第 ${line} 行`,
      message: `${postWords(post)}已由 ${holder.id} 担任`,
      remedy: '一个岗位只留一个联系人',
    }));
  });
}
