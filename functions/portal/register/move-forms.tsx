import type { JSX } from 'hono/jsx/jsx-runtime';
import { type Act, actName, isFinal } from '../../domain/tasks/move.ts';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { MoveFields } from './move-fields.tsx';
import type { TaskView } from './task-view.ts';
import { UndoForm } from './undo-forms.tsx';
import { WhetherDone } from './whether-done.tsx';

/** An act that has a form here; nodes are entered on a form of their own. */
type FormAct = Exclude<Act, 'nodes'>;

/** What each act brings about; in the order in which they are offered. */
const effects: Readonly<Record<FormAct, string>> = {
  verify: '核实已办成，这一项办结，不再提醒。',
  return: '核实没有办成，退回责任单位继续办。',
  grant: '期限改到批准的日期，原定期限留存。',
  refuse: '期限不变。',
  keep: '责任不变，仍由原来的岗位负责；须写明理由，会告诉提出的岗位。',
  signFor: '承接这项工作。',
  report: '报进展，园区办和领导看得到。',
  support: '反馈本单位配合的情况，不改变进度，也不代替责任单位反馈。',
  submit: '报告已经办成，等园区办核验。',
  requestExtension: '批复以前期限不变，提醒照发。',
  disown: '请园区办改派；改派以前仍由本岗位负责。',
  resume: '恢复推进和提醒，写明恢复以后的期限。',
  redate: '直接核定期限，应是今天或以后，原定期限留存；期限原来录错了的，请用“更正期限”。',
  correctDue: '期限录错了的，改成对的日期，可以是过去的日期；须写明错在哪里。',
  amend:
    '登记的内容有变或录错的，在这里改；每次调整都留在办理记录里，原来的登记留存，责任单位会收到通知。换责任单位请用“改派”。',
  reassign: '交给另一个单位，重新交办。',
  waitFor: '写明这一项要等哪些事项办完，双方的提醒里都会说明；留空为不再等待。',
  urge: '写一句话请责任岗位抓紧，随下一份提醒发出，或即刻发出；还没有发出的上一次催办由这一次代替。',
  assign: '正式交办给责任岗位，请其签收。',
  suspend: '暂停提醒，可以恢复。',
  withdraw: '这一项不再督办；10分钟内可以撤回，以后不能恢复。',
};

/** Acts in the order that they are offered in: decisions that are waited for come first. */
const offered = (acts: readonly Act[]): readonly FormAct[] =>
  (Object.keys(effects) as FormAct[]).filter((act) => acts.includes(act));

/** Every move that the viewer may make now, each a form of its own. */
export const MoveForms = ({ view }: { readonly view: TaskView }): JSX.Element => (
  <section>
    <h2>办理</h2>
    {view.refused && view.refused.faults.length > 0 ? <ErrorSummary {...view.refused} /> : null}
    <UndoForm view={view} />
    {offered(view.acts).length === 0 ? (
      <p class="muted nothing">您现在没有可以办理的手续。</p>
    ) : null}
    {offered(view.acts).map((act, at) => (
      <details class="disclosure" open={view.refused ? view.refused.act === act : at === 0}>
        <summary>{actName[act]}</summary>
        <form method="post" action={`/items/${view.row.task.id}/${act}`}>
          <input type="hidden" name="key" value={view.key} />
          <input type="hidden" name="version" value={String(view.row.version)} />
          <p class="muted">{effects[act]}</p>
          <MoveFields
            act={act}
            view={view}
            refused={view.refused?.act === act ? view.refused : null}
          />
          {isFinal(act) ? (
            <label class="tick-field">
              <input type="checkbox" id="withdraw-sure" name="sure" value="yes" required /> 确认撤销
            </label>
          ) : null}
          <Send act={act} view={view} isFirst={at === 0} />
        </form>
      </details>
    ))}
  </section>
);

/** The button of a form, or the two ways on where its sender is asked for the right one. */
const Send = ({
  act,
  view,
  isFirst,
}: {
  readonly act: Act;
  readonly view: TaskView;
  readonly isFirst: boolean;
}): JSX.Element =>
  view.refused?.act === act && view.refused.asksWhetherDone ? (
    <DoneOrNot id={view.row.task.id} />
  ) : (
    <button class={isFirst ? 'button primary' : 'button'} data-busy="正在提交…" type="submit">
      {actName[act]}
    </button>
  );

/** The two ways on for a report of all that there is to do. */
const DoneOrNot = ({ id }: { readonly id: string }): JSX.Element => (
  <>
    <WhetherDone />
    <button class="button primary" type="submit" formaction={`/items/${id}/submit`}>
      {actName.submit}
    </button>
    <button class="button" type="submit" name="still" value="yes">
      只反馈进度
    </button>
  </>
);
