// Plain JavaScript on purpose: an older Node cannot read the TypeScript that would tell it so.
import { readFileSync } from 'node:fs';

const { engines } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
const least = engines.node.replace('>=', '');
const [major, minor] = process.versions.node.split('.').map(Number);
const [leastMajor, leastMinor] = least.split('.').map(Number);
if (major < leastMajor || (major === leastMajor && minor < leastMinor)) {
  console.error(
    `如期需要 Node ${least} 或更高版本，当前是 ${process.version}。Linux 上 npm ci 会自带 Node 24；其他系统请先升级 Node，再运行一次。`,
  );
  process.exit(2);
}
