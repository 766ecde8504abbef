// Run after every `npm install` that changed package-lock.json: `node .ci/complete-lock.mjs`.
//
// A registry that serves only this machine's platform leaves the binaries of the others out of the
// lock file, and then `npm ci` refuses it everywhere. They are named here by the version that their
// package asks for; what platform they are for follows from their names.
import { readFileSync, writeFileSync } from 'node:fs';

const LOCK = new URL('../package-lock.json', import.meta.url);
const SYSTEMS = [
  'aix',
  'android',
  'darwin',
  'freebsd',
  'linux',
  'netbsd',
  'openbsd',
  'openharmony',
  'sunos',
  'win32',
];
const PROCESSORS = [
  'arm64',
  'arm',
  'ia32',
  'loong64',
  'mips64el',
  'ppc64',
  'riscv64',
  's390x',
  'x64',
  'wasm32',
];

const lock = JSON.parse(readFileSync(LOCK, 'utf8'));
const { packages } = lock;
for (const [path, { optionalDependencies = {}, dev }] of Object.entries(packages)) {
  if (path === '') continue;
  for (const [name, version] of Object.entries(optionalDependencies)) {
    const isThere =
      `${path}/node_modules/${name}` in packages || `node_modules/${name}` in packages;
    if (isThere) continue;
    const platform = platformOf(name);
    if (!platform) throw new Error(`${path} wants ${name}, which names no platform`);
    packages[`node_modules/${name}`] = {
      version,
      ...(dev && { dev }),
      optional: true,
      ...platform,
    };
    process.stdout.write(`named ${name}@${version}\n`);
  }
}
lock.packages = Object.fromEntries(
  Object.entries(packages).toSorted(([a], [b]) => (a < b ? -1 : 1)),
);
writeFileSync(LOCK, `${JSON.stringify(lock, null, 2)}\n`);

function platformOf(name) {
  const words = name.split(/[/-]/);
  const os = SYSTEMS.filter((system) => words.includes(system));
  const cpu = PROCESSORS.filter((processor) => words.includes(processor)).slice(0, 1);
  const libc = libcOf(name);
  if (cpu.length === 0) return undefined;
  return { cpu, ...(os.length > 0 && { os }), ...libc };
}

function libcOf(name) {
  if (name.includes('musl')) return { libc: ['musl'] };
  return name.includes('gnu') ? { libc: ['glibc'] } : {};
}
