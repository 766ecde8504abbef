import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import { transform } from 'sucrase';

/**
 * Lets Node take the portal's `.tsx`, which its own type stripping does not, in whatever is imported
 * from now on. On AWS the bundle has done it already.
 */
export function takeTsx(): void {
  registerHooks({
    load: (url, context, nextLoad) =>
      url.endsWith('.tsx')
        ? { format: 'module', source: compiled(fileURLToPath(url)), shortCircuit: true }
        : nextLoad(url, context),
  });
}

/** The JavaScript of a file, as `tsconfig.json` has it meant; lines stay where they are. */
const compiled = (filePath: string): string =>
  transform(readFileSync(filePath, 'utf8'), {
    filePath,
    transforms: ['typescript', 'jsx'],
    jsxRuntime: 'automatic',
    jsxImportSource: 'hono/jsx',
    production: true,
    disableESTransforms: true,
  }).code;
