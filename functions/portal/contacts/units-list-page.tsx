import type { JSX } from 'hono/jsx/jsx-runtime';
import type { UnitMove } from '../../domain/contacts/unit-move.ts';
import { unitMoveWords } from '../../domain/contacts/unit-words.ts';
import { hiddenWords } from '../../domain/sources/readers.ts';
import type { Frame } from '../http/frame.ts';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { Page } from '../ui/page.tsx';
import { type NotTaken, SimpleForm } from '../ui/simple-form.tsx';
import type { UnitSeen } from './unit-acts.ts';
import { unitInputs } from './unit-form.ts';

type Props = {
  readonly frame: Frame;
  readonly units: readonly UnitSeen[];
  /** Moves that are not finished. */
  readonly pending: readonly UnitMove[];
  /** Whether the viewer may rename them. */
  readonly isKeeper: boolean;
  readonly notTaken: NotTaken | null;
};

/** The units of the park with their former names, and the form that renames or merges one. */
export const UnitsListPage = ({ frame, units, ...props }: Props): JSX.Element => {
  const { isKeeper, notTaken, pending } = props;
  return (
    <Page
      frame={frame}
      title={`${notTaken ? '有错误：' : ''}单位`}
      sub={`${units.length} 个单位`}
      tools={
        <nav class="tools" aria-label="单位">
          <a class="button" href="/settings/contacts">
            回通讯录
          </a>
        </nav>
      }
    >
      {notTaken ? <ErrorSummary act="unit" faults={notTaken.faults} /> : null}
      <Pending pending={pending} isKeeper={isKeeper} />
      <Units units={units} />
      {isKeeper ? (
        <section class="section narrow" id="rename">
          <h2 class="section-title">单位改名、并入</h2>
          <p class="muted">
            联系人和没有办结的事项随单位走，期限、进度和已发的提醒不变；已办结的事项、简报和记录保留当时的名称。
          </p>
          <SimpleForm
            name="unit"
            action="/settings/units/preview"
            hidden={{}}
            fields={unitInputs(
              units.map(({ name }) => name),
              frame.today.toString(),
            )}
            button="预览"
            notTaken={notTaken}
            isSummed={false}
          />
        </section>
      ) : null}
    </Page>
  );
};

const Units = ({ units }: Pick<Props, 'units'>): JSX.Element => (
  <div class="scroll" role="region" aria-label="单位" tabindex={0}>
    <table class="records">
      <thead>
        <tr>
          {['单位', '原名称', '联系人', '在办事项'].map((name) => (
            <th scope="col">{name}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {units.map(({ name, formerNames, contacts, tasks, hidden }) => (
          <tr>
            <th scope="row">{name}</th>
            <td>
              {formerNames.length === 0
                ? '—'
                : formerNames.map((former) => (
                    <div>
                      原{former.name}，{former.until.toString()} 起
                      {former.isMerged ? '并入' : '改名'}
                    </div>
                  ))}
            </td>
            <td>{contacts.map(({ post }) => post).join('、') || '—'}</td>
            <td class="number">
              {[`${tasks} 项`, ...(hiddenWords(hidden) ? [hiddenWords(hidden)] : [])].join('，')}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);

/** What was arranged and is not finished; what has not begun can be taken back. */
const Pending = ({ pending, isKeeper }: Pick<Props, 'pending' | 'isKeeper'>): JSX.Element => (
  <>
    {pending.map((move) => (
      <form class="actions" method="post" action="/settings/units/cancellation">
        <p>
          {unitMoveWords(move)}。
          {move.state === 'ahead'
            ? '还没有生效。'
            : '已经生效，事项正在更新，未完成的由系统继续办理。'}
        </p>
        {isKeeper && move.state === 'ahead' ? (
          <>
            <input type="hidden" name="id" value={move.id} />
            <button class="button" type="submit">
              取消这次安排
            </button>
          </>
        ) : null}
      </form>
    ))}
  </>
);
