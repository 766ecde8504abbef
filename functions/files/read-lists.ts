import { z } from 'zod';
import type { Problem } from '../domain/base/problems.ts';
import { refuse } from '../domain/base/refuse.ts';
import { Enterprise, Project } from '../domain/targets/project-list.ts';
import { type JsonLine, readLines } from './read-lines.ts';

/**
 * Reads the projects of `park` (JSON Lines, UTF-8).
 *
 * @param file - its name, for messages.
 * @throws {BadInput} naming every line that is wrong.
 */
export const readProjects = (bytes: Uint8Array, file: string, park: string): readonly Project[] =>
  unique(readLines(bytes, ofPark(Project, park), file), file);

/**
 * Reads the newly entered enterprises of `park` (JSON Lines, UTF-8).
 *
 * @param file - its name, for messages.
 * @throws {BadInput} naming every line that is wrong.
 */
export const readEnterprises = (
  bytes: Uint8Array,
  file: string,
  park: string,
): readonly Enterprise[] => unique(readLines(bytes, ofPark(Enterprise, park), file), file);

/** A row that names no park is of `park`. */
const ofPark = <Value>(schema: z.ZodType<Value>, park: string): z.ZodType<Value> =>
  z
    .record(z.string(), z.unknown())
    .transform((row) => ({ ...row, park }))
    .pipe(schema as z.ZodType<Value, { park: string }>);

function unique<Row extends { readonly id: string }>(
  lines: readonly JsonLine<Row>[],
  file: string,
): readonly Row[] {
  const seen = new Set<string>();
  const problems = lines.flatMap(({ line, row: { id } }): readonly Problem[] => {
    const isRepeated = seen.has(id);
    seen.add(id);
    const place = `${file} 第 ${line} 行 id`;
    return isRepeated ? [{ place, message: `编号 ${id} 重复`, remedy: '请换一个编号' }] : [];
  });
  refuse(problems, file);
  return lines.map(({ row }) => row);
}
