import { authorityTable, parkTable } from './authority-tables.ts';
import { commandSections } from './command-sections.ts';
import { ladderTable, nodesTable, policyTable, returnsTable } from './ladder-tables.ts';
import { movesTable } from './moves-table.ts';

/** What the code prints into each page of docs/, by the name between its markers. */
export const printedPages: Readonly<Record<string, () => Readonly<Record<string, string>>>> = {
  'docs/rules.md': () => ({
    ladder: ladderTable(),
    nodes: nodesTable(),
    returns: returnsTable(),
    policy: policyTable(),
    moves: movesTable(),
    authority: authorityTable(),
    park: parkTable(),
  }),
  'docs/cli.md': () => ({ commands: commandSections() }),
};
