import type { JSX } from 'hono/jsx/jsx-runtime';
import { wanWords } from '../../domain/base/money.ts';
import { fundingTables } from '../../domain/funding/funding-table.ts';
import type { Money } from '../../flows/funding/money.ts';
import type { Frame } from '../http/frame.ts';
import { Hatches } from '../ui/hatches.tsx';
import { Page } from '../ui/page.tsx';
import { PlainTable } from '../ui/plain-table.tsx';
import { WorkbookTools } from '../ui/workbook-tools.tsx';
import { InstrumentSection } from './instrument-section.tsx';

type Props = { readonly frame: Frame; readonly money: Money };

/** The money stage by stage: what is through, what is next and by when, what holds it up. */
export const FundingPage = ({ frame, money }: Props): JSX.Element => {
  const { report, instruments } = money;
  const tools = <WorkbookTools at="/funding" frame={frame} />;
  const [total] = report.rows;
  const sub = total ? `目标合计 ${wanWords(total.goalFen)}` : '';
  if (instruments.length === 0) {
    return (
      <Page frame={frame} title="资金争取">
        <div class="empty">
          <b>没有您能看的资金</b>
          <p>资金随工作计划登记，由财政金融部门逐环节登记进展。</p>
        </div>
      </Page>
    );
  }
  return (
    <Page frame={frame} title="资金争取" sub={sub} tools={tools}>
      <Hatches />
      {instruments.map((each) => (
        <InstrumentSection frame={frame} money={money} each={each} />
      ))}
      {fundingTables(report, frame.today).map((table) => (
        <PlainTable table={table} />
      ))}
    </Page>
  );
};
