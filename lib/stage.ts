import { z } from 'zod';
import { MISSING, StageConfig } from './stage-config.ts';

/** The CDK context is invalid. The message lists every problem, in both languages. */
class BadContext extends Error {
  override readonly name = 'BadContext';

  constructor(lines: readonly string[]) {
    super(`cdk.json 的 context 有误 / the context of cdk.json is wrong\n${lines.join('\n')}`);
  }
}

/**
 * Reads the stage that the context selects: `stages` holds the stages by name, `stage` is the name of
 * one of them (`cdk deploy --context stage=test`).
 *
 * @throws {BadContext}
 */
export function readStage(context: (key: string) => unknown): StageConfig {
  const name = context('stage');
  const stages = z.record(z.string(), z.unknown()).safeParse(context('stages'));
  if (!stages.success) throw new BadContext(['stages：应是一个对象 / must be an object']);
  const known = Object.keys(stages.data);
  if (typeof name !== 'string' || !known.includes(name)) {
    const given = typeof name === 'string' ? `“${name}”` : '空 / nothing';
    const choices = known.join(', ');
    throw new BadContext([
      `stage：给出的是${given}，可选 / given, but one of these is meant: ${choices}`,
    ]);
  }
  const stage = StageConfig.safeParse(stages.data[name], { error: saidInBoth });
  if (stage.success) return stage.data;
  const lines = stage.error.issues.map(
    ({ path, message }) => `stages.${[name, ...path].join('.')}：${message}`,
  );
  throw new BadContext(lines);
}

const saidInBoth: z.core.$ZodErrorMap = (issue) => {
  if (issue.code === 'unrecognized_keys') {
    const keys = issue.keys.join(', ');
    return `不认识的设置 / unknown settings: ${keys}`;
  }
  if (issue.input === undefined) return MISSING;
  return issue.code === 'invalid_type'
    ? `类型不对，应是 / is of the wrong type, should be: ${issue.expected}`
    : undefined;
};
