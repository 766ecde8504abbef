// Plain JavaScript on purpose: an older Node cannot read the TypeScript that would tell it so.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 18)) {
  console.error(
    `如期需要 Node 22.18 或更高版本，当前是 ${process.version}。Linux 上 npm ci 会自带 Node 24；其他系统请先升级 Node，再运行一次。`,
  );
  process.exit(2);
}
