import { readFileSync } from 'node:fs';
import { registerHooks, setSourceMapsSupport } from 'node:module';
import { fileURLToPath } from 'node:url';
import { transformSync } from 'esbuild';

const TSCONFIG = readFileSync(new URL('../tsconfig.json', import.meta.url), 'utf8');

/**
 * Lets Node take the portal's `.tsx`, which its own type stripping does not, in whatever is imported
 * from now on. On AWS the bundle, by the same compiler, has done it already.
 */
export function takeTsx(): void {
  setSourceMapsSupport(true);
  registerHooks({
    load: (url, context, nextLoad) =>
      url.endsWith('.tsx')
        ? { format: 'module', source: compiled(fileURLToPath(url)), shortCircuit: true }
        : nextLoad(url, context),
  });
}

/** The JavaScript of a file by `tsconfig.json`; a stack trace still names the lines of the file. */
const compiled = (filePath: string): string =>
  transformSync(readFileSync(filePath, 'utf8'), {
    loader: 'tsx',
    tsconfigRaw: TSCONFIG,
    sourcemap: 'inline',
    sourcefile: filePath,
  }).code;
