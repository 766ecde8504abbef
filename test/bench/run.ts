/** Runs the benches that are named, or all that measure time. */
const [name] = process.argv.slice(2);
const files = name === undefined ? ['bench', 'read-plan'] : [name];
for (const file of files) await import(`./${file}.ts`);
