import { takeTsx } from '../../bin/jsx.ts';

/** Runs the benches that are named, or all that measure time. */
takeTsx();
const [name] = process.argv.slice(2);
const files = name === undefined ? ['bench', 'pages', 'read-plan', 'store', 'endless'] : [name];
for (const file of files) await import(`./${file}.ts`);
