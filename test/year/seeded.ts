/**
 * Preloaded into each process of a walk (`node --import`): random numbers come in the same order
 * every time, so that two walks of the same code make the same ids.
 */
import crypto from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';

let state = 1;

/** Mulberry32: 32 bits from a counter. */
function next(): number {
  state = (state + 0x6d_2b_79_f5) | 0;
  let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return (mixed ^ (mixed >>> 14)) >>> 0;
}

function fill<Into extends ArrayBufferView | null>(into: Into): Into {
  if (into === null) return into;
  const bytes = new Uint8Array(into.buffer, into.byteOffset, into.byteLength);
  for (let at = 0; at < bytes.length; at += 1) bytes[at] = next();
  return into;
}

const hex = (length: number): string => fill(Buffer.alloc(length)).toString('hex');

crypto.webcrypto.getRandomValues = fill;
crypto.randomBytes = (size: number) => fill(Buffer.alloc(size));
crypto.randomUUID = () => `${hex(4)}-${hex(2)}-4${hex(2).slice(1)}-8${hex(2).slice(1)}-${hex(6)}`;
syncBuiltinESMExports();
