import { SourceId } from '../base/ids.ts';
import type { Source } from './source.ts';
import { kindOfCode } from './source-code.ts';

/** What the code at the end of a key of the store stands for. */
const CODE_IN_KEY = /#(?<code>[a-z](?<year>\d{2})[a-z]*)$/u;

/** Kinds of documents that are published as a whole. */
const PUBLIC: ReadonlySet<Source['kind']> = new Set(['annualPlan', 'livelihood']);

/**
 * What stands for a source whose record at `key` is damaged, until it can be read again: nobody knows who
 * may see it, so the office and the owners of its tasks alone do, unless its kind is always public.
 * Undefined for such a kind, and for a key that names no source.
 */
export function unreadableSource(key: string, park: string): Source | undefined {
  const { code, year } = CODE_IN_KEY.exec(key)?.groups ?? {};
  if (code === undefined || year === undefined) return undefined;
  const id = SourceId.parse(code);
  const kind = kindOfCode(id);
  if (PUBLIC.has(kind)) return undefined;
  return {
    id,
    park,
    kind,
    title: `来源${code}（记录不能读取）`,
    documentNumber: '',
    date: null,
    from: '',
    readers: [],
    year: 2000 + Number(year),
    areas: [],
    versions: [],
  };
}
