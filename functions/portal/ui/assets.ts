import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** A file that pages ask for, under an address that changes with its content. */
export type Asset = { readonly path: string; readonly type: string; readonly body: string };

/**
 * The stylesheets, in the order of their cascade: what all pages share comes before what a matter
 * adds to it, and paper comes last.
 */
export const STYLESHEETS = [
  'ui/styles/tokens.css',
  'ui/styles/base.css',
  'ui/styles/navigation.css',
  'ui/styles/layout.css',
  'ui/styles/lamps.css',
  'ui/styles/charts.css',
  'ui/styles/pace-band.css',
  'ui/styles/tables.css',
  'ui/styles/forms.css',
  'ui/styles/demo-bar.css',
  'ui/styles/filter.css',
  'ui/styles/phone.css',
  'ui/styles/options.css',
  'register/overview.css',
  'register/lanes.css',
  'register/watch-list.css',
  'register/register.css',
  'register/bulk.css',
  'register/new-item.css',
  'register/calendar.css',
  'funding/pipeline.css',
  'policy/policy.css',
  'calendar/holidays.css',
  'bulletins/bulletin.css',
  'years/account.css',
  'years/closing.css',
  'reporting/reporting.css',
  'sources/drafts.css',
  'sources/text-pane.css',
  'ui/styles/print.css',
] as const;

/** The portal's folder; in the bundle of the Lambda its files lie next to the one script. */
const folder = new URL(import.meta.url.endsWith('/ui/assets.ts') ? '../' : './', import.meta.url);

const read = (file: string): string => readFileSync(new URL(file, folder), 'utf8');

/** Leaves out comments and indentation. */
const compact = (css: string): string =>
  css.replaceAll(/\/\*.*?\*\//gs, '').replaceAll(/\s+/g, ' ');

function asset(name: string, type: string, body: string): Asset {
  const mark = createHash('sha256').update(body).digest('hex').slice(0, 12);
  return { path: `/static/${mark}/${name}`, type, body };
}

/** All stylesheets as one. */
export const style = asset(
  'style.css',
  'text/css; charset=utf-8',
  compact(STYLESHEETS.map(read).join('\n')),
);

/** The script of every page. All pages work without any script. */
export const script = asset('app.js', 'text/javascript; charset=utf-8', read('ui/app.js'));

/** The script of the register: selecting rows. */
export const bulkScript = asset(
  'bulk.js',
  'text/javascript; charset=utf-8',
  read('register/bulk.js'),
);

/** The script of the column of dates. */
export const datesScript = asset(
  'dates.js',
  'text/javascript; charset=utf-8',
  read('register/dates.js'),
);

/** All files that pages ask for. */
export const assets: readonly Asset[] = [style, script, bulkScript, datesScript];
