import { z } from 'zod';
import { OneLine, PassageText } from '../domain/base/parsing.ts';
import { BadInput, type Problem } from '../domain/base/problems.ts';
import { Metric, PromiseKind } from '../domain/base/promise.ts';
import type { RegisteredPromise } from '../reader/pair-promises.ts';

const KnownLine = z.object({
  id: OneLine.min(1),
  quote: PassageText,
  title: OneLine.default(''),
  kind: PromiseKind,
  due: z.string().nullable(),
  metric: Metric.nullable().default(null),
  owners: z.array(OneLine).default([]),
  change: z.string().optional(),
});

/**
 * The promises of a register in JSON Lines; lines marked withdrawn are left out.
 *
 * @throws {BadInput} naming every line that is none.
 */
export function parseRegister(text: string, file: string): readonly RegisteredPromise[] {
  const known: RegisteredPromise[] = [];
  const problems: Problem[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const read = KnownLine.safeParse(jsonOf(line));
    if (!read.success) {
      problems.push({
        place: `${file} 第${index + 1}行`,
        message: '不是一条登记',
        remedy: '请给出 ruqi read 以前写出的 .jsonl 文件',
      });
    } else if (read.data.change !== 'withdrawn') known.push(read.data);
  }
  if (problems.length > 0) throw new BadInput(problems);
  return known;
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
