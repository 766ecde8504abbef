import type { JSX } from 'hono/jsx/jsx-runtime';
import type { BulkLine } from '../../flows/tasks/bulk.ts';
import type { Frame } from '../http/frame.ts';
import { Page } from '../ui/page.tsx';
import type { BulkForm } from './bulk-form.ts';
import { BulkLines } from './bulk-lines.tsx';
import { BulkBack, HeldLines, inTwo } from './bulk-parts.tsx';

/** What was taken back of a bulk, and what was not and why. */
export const BulkUndonePage = ({
  frame,
  form,
  lines,
}: {
  readonly frame: Frame;
  readonly form: BulkForm;
  readonly lines: readonly BulkLine[];
}): JSX.Element => {
  const [done, held] = inTwo(lines);
  return (
    <Page frame={frame} title={held.length > 0 ? '有的没有撤回：成批办理' : '已撤回：成批办理'}>
      <p class="notice" role="status">
        已撤回 {done.length} 项，每一项的办理记录里两笔都在。
        {held.length > 0 ? `没有撤回 ${held.length} 项，列在下面。` : ''}
      </p>
      <p>
        <BulkBack form={form} />
      </p>
      <HeldLines lines={held} title="没有撤回" />
      {done.length > 0 ? <BulkLines lines={done} has="change" /> : null}
    </Page>
  );
};
