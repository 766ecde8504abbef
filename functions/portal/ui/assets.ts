import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** A file that pages ask for, under an address that changes with its content. */
export type Asset = { readonly path: string; readonly type: string; readonly body: string };

const asset = (name: string, type: string): Asset => {
  const body = readFileSync(new URL(`assets/${name}`, import.meta.url), 'utf8');
  const mark = createHash('sha256').update(body).digest('hex').slice(0, 12);
  return { path: `/static/${mark}/${name}`, type, body };
};

export const style = asset('style.css', 'text/css; charset=utf-8');
export const script = asset('app.js', 'text/javascript; charset=utf-8');
