import { inChinese, problemsOf } from '../domain/base/parsing.ts';
import { BadInput } from '../domain/base/problems.ts';
import { Confirmation } from '../reader/confirmation.ts';
import { readJson } from './read-json.ts';

/**
 * Reads a confirmation file (one JSON object, UTF-8).
 *
 * @param file - its name, for messages.
 * @throws {BadInput} naming everything that is wrong with it.
 */
export function readConfirmation(bytes: Uint8Array, file: string): Confirmation {
  const parsed = Confirmation.safeParse(readJson(bytes, file), { error: inChinese });
  if (!parsed.success) throw new BadInput(problemsOf(parsed.error, file));
  return parsed.data;
}
