import type { JSX } from 'hono/jsx/jsx-runtime';
import { paceTable } from '../../domain/targets/pace-table.ts';
import type { Board } from '../../flows/views/board.ts';
import type { Frame } from '../http/frame.ts';
import { DirectFigures, isDirect } from '../ui/direct-figures.tsx';
import { Hatches } from '../ui/hatches.tsx';
import { Legend } from '../ui/legend.tsx';
import { PaceBand } from '../ui/pace-band.tsx';
import { Page } from '../ui/page.tsx';
import { PlainTable } from '../ui/plain-table.tsx';
import { WorkbookTools } from '../ui/workbook-tools.tsx';

/** The targets of the year: how far each is, how far it should be, what is left for every month. */
export const TargetsPage = ({
  frame,
  board: { targets, year },
}: {
  readonly frame: Frame;
  readonly board: Board;
}): JSX.Element => {
  const { today } = frame;
  const tools = <WorkbookTools at="/targets" frame={frame} />;
  return (
    <Page
      frame={frame}
      title="年度指标"
      sub={`${targets.length} 项`}
      tools={targets.length > 0 && tools}
    >
      {targets.length === 0 ? (
        <div class="empty">
          <b>没有您能看的指标</b>
          <p>指标随工作计划登记，由责任单位按月填报。</p>
        </div>
      ) : (
        <>
          <Hatches />
          <PaceBand targets={targets.filter((row) => !isDirect(row))} when={{ today, year }} />
          <DirectFigures targets={targets.filter(isDirect)} />
          <PlainTable table={paceTable(targets, today)} />
        </>
      )}
      <Legend />
    </Page>
  );
};
