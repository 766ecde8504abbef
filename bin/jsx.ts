import { readFileSync } from 'node:fs';
import { registerHooks, setSourceMapsSupport } from 'node:module';
import { fileURLToPath } from 'node:url';
import { transformSync } from 'esbuild';

const TSCONFIG = readFileSync(new URL('../tsconfig.json', import.meta.url), 'utf8');

/**
 * Lets Node import the portal's `.tsx` files from now on, which its type stripping does not support.
 * On AWS the same compiler has bundled them already.
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

/** Compiles a file by `tsconfig.json`, with source maps for stack traces. */
const compiled = (filePath: string): string =>
  transformSync(readFileSync(filePath, 'utf8'), {
    loader: 'tsx',
    tsconfigRaw: TSCONFIG,
    sourcemap: 'inline',
    sourcefile: filePath,
  }).code;
