import { readFile } from 'node:fs/promises';
import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { taskOfNode } from '../domain/nodes/node-task.ts';
import { NodeInput, nodeWish } from '../domain/nodes/node-wish.ts';
import type { Rules } from '../domain/policy/hours.ts';
import type { Task } from '../domain/tasks/task.ts';
import { readLines } from '../files/read-lines.ts';

const FILE = 'nodes-2022.jsonl';

const SampleNode = NodeInput.extend({ keyword: z.string() });

/**
 * `tasks` of the sample, some of them divided into nodes, and those nodes after them; as the works
 * are, they are in hand already and nobody is told.
 */
export async function withSampleNodes(
  tasks: readonly Task[],
  at: Temporal.Instant,
  rules: Rules,
): Promise<readonly Task[]> {
  const bytes = await readFile(new URL(`sample/${FILE}`, import.meta.url));
  const inputs = readLines(bytes, SampleNode, FILE).map(({ row }) => row);
  const divided = tasks.map((work): Task => {
    const own = inputs.filter(({ keyword }) => work.title.includes(keyword));
    const nodes = own.map((each, place) => ({ ...nodeWish(each, work), number: place + 1, at }));
    return { ...work, nodes };
  });
  const nodes = divided.flatMap((work) =>
    work.nodes.map((entry): Task => {
      const node = taskOfNode(entry, work, rules);
      return { ...node, status: 'inProgress', assignment: { ...node.assignment, number: 0 } };
    }),
  );
  return [...divided, ...nodes];
}
