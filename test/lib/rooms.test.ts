import { spawnSync } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';

type Cruise = {
  readonly summary: {
    readonly totalCruised: number;
    readonly violations: readonly {
      readonly from: string;
      readonly to: string;
      readonly rule: { readonly name: string };
    }[];
  };
};

/** What the room rules say of the tree in `folder`. */
function cruise(folder: string, ...rooms: readonly string[]): Cruise['summary'] {
  const { stdout } = spawnSync('npx', ['depcruise', '--output-type', 'json', ...rooms], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  return (JSON.parse(stdout) as Cruise).summary;
}

/** A tree of its own with our rules and these files. */
async function treeOf(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'ruqi-rooms-'));
  for (const name of [
    '.dependency-cruiser.mjs',
    '.dependency-folders.mjs',
    'tsconfig.json',
    'package.json',
  ]) {
    await copyFile(name, join(folder, name));
  }
  await symlink(resolve('node_modules'), join(folder, 'node_modules'));
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
  return folder;
}

const LEAF = 'export const leaf = 1;\n';
const importing = (path: string): string =>
  `import { leaf } from '${path}';\nexport const x = leaf;\n`;

/** A forbidden import for each rule. All stand in one tree, each under a name of its own. */
const REFUSED = [
  { rule: 'domain-is-pure', from: 'functions/domain/a.ts', to: '../flows/leaf.ts' },
  { rule: 'flows-know-no-cloud', from: 'functions/flows/a.ts', to: '../register/leaf.ts' },
  { rule: 'adapters-stay-apart', from: 'functions/clock/a.ts', to: '../register/leaf.ts' },
  {
    rule: 'the-portal-shows-domain-and-flows',
    from: 'functions/portal/a.ts',
    to: '../register/leaf.ts',
  },
  { rule: 'nobody-imports-handlers', from: 'functions/flows/b.ts', to: '../handlers/leaf.ts' },
  {
    rule: 'only-the-command-line-takes-the-wiring',
    from: 'functions/flows/c.ts',
    to: '../handlers/wiring/leaf.ts',
  },
  {
    rule: 'lib-takes-only-types-of-settings',
    from: 'lib/a.ts',
    to: '../functions/runtime/settings.ts',
  },
  { rule: 'the-cdk-app-knows-only-lib', from: 'bin/app.ts', to: '../functions/domain/leaf.ts' },
  {
    rule: 'domain-targets',
    from: 'functions/domain/targets/a.ts',
    to: '../messages/leaf.ts',
  },
  {
    rule: 'only-edges-open-a-park',
    from: 'functions/flows/contacts/a.ts',
    to: '../context/open-context.ts',
  },
  { rule: 'the-reader-takes-no-files', from: 'functions/reader/b.ts', to: '../files/leaf.ts' },
  { rule: 'domain-base', from: 'functions/domain/base/a.ts', to: '../tasks/leaf.ts' },
  { rule: 'reader-text', from: 'functions/reader/text/a.ts', to: '../dates/leaf.ts' },
  { rule: 'flows-tasks', from: 'functions/flows/tasks/a.ts', to: '../wake/leaf.ts' },
  { rule: 'portal-ui', from: 'functions/portal/ui/a.ts', to: '../register/leaf.ts' },
  {
    rule: 'domain-has-no-other-folder',
    from: 'functions/domain/tasks/a.ts',
    to: '../misc/leaf.ts',
  },
  { rule: 'nobody-imports-tests', from: 'functions/local/a.ts', to: '../../test/leaf.ts' },
];

describe('the rules of the rooms', { timeout: 180_000 }, () => {
  let refused: Cruise['summary'];

  beforeAll(async () => {
    const files = REFUSED.flatMap(({ from, to }) => [
      [from, importing(to)] as const,
      [join(dirname(from), to), LEAF] as const,
    ]);
    refused = cruise(await treeOf(Object.fromEntries(files)), 'bin', 'lib', 'functions');
  }, 180_000);

  it('see the whole tree', () => {
    const { totalCruised, violations } = cruise('.', 'bin', 'lib', 'functions');
    expect(totalCruised).toBeGreaterThan(100);
    expect(violations).toEqual([]);
  });

  it.each(REFUSED)('$rule refuses $from that imports $to', ({ rule, from, to }) => {
    expect(refused.violations).toContainEqual(
      expect.objectContaining({
        from,
        to: join(dirname(from), to),
        rule: expect.objectContaining({ name: rule }),
      }),
    );
  });
});
