import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

type Template = { readonly Resources: Readonly<Record<string, object>> };

/**
 * Copies a synthesized stage, so that its deployment fails after the last of its resources was made.
 *
 * @returns the folder of the copy.
 */
export async function failingAtTheEnd(assembly: string): Promise<string> {
  const folder = `${assembly}.fails`;
  await cp(assembly, folder, { recursive: true });
  const path = join(folder, 'Ruqi.template.json');
  const template = JSON.parse(await readFile(path, 'utf8')) as Template;
  const Never = { Type: 'AWS::CloudFormation::WaitConditionHandle' };
  const Failing = {
    Type: 'AWS::CloudFormation::WaitCondition',
    DependsOn: Object.keys(template.Resources),
    Properties: { Handle: { Ref: 'Never' }, Timeout: '1' },
  };
  const Resources = { ...template.Resources, Never, Failing };
  await writeFile(path, JSON.stringify({ ...template, Resources }));
  await renameTemplate(folder);
  return folder;
}

/** CDK uploads a template under its hash, once: this one must not be taken for the other. */
async function renameTemplate(folder: string): Promise<void> {
  const texts = ['manifest.json', 'Ruqi.assets.json'].map((name) => join(folder, name));
  const [hash = ''] =
    /(?<=\/)[0-9a-f]{64}(?=\.json")/.exec(await readFile(texts[0] ?? '', 'utf8')) ?? [];
  const other = hash.split('').toReversed().join('');
  for (const text of texts) {
    await writeFile(text, (await readFile(text, 'utf8')).replaceAll(hash, other));
  }
}
