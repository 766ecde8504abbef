import type { JSX } from 'hono/jsx/jsx-runtime';
import { Fault, type Filled, fieldMarks, Short } from './inputs.tsx';
import { templatePlaces } from './nodes-in-form.ts';
import { BeforeRows, OverdueRows, WeeklyRow } from './rung-rows.tsx';

type Props = { readonly filled: Filled };

/** The reminders of nodes, and the templates that they are entered from. */
export const NodeFields = ({ filled }: Props): JSX.Element => (
  <fieldset class="rule-group">
    <legend>节点</legend>
    <p class="muted">
      节点按这里的级次提醒，不按上面的。还有节点没有办结的事项，到期当天起才提醒。
    </p>
    <BeforeRows filled={filled} name="node-before" label="节点到期以前" />
    <OverdueRows filled={filled} name="node-overdue" label="节点逾期以后" before="逾期第" />
    <WeeklyRow filled={filled} name="node-weekly" label="节点此后" />
    <Templates filled={filled} />
  </fieldset>
);

/** The names of a template's nodes, which may take several lines. */
const NamesOfNodes = ({ name, filled }: Props & { readonly name: string }): JSX.Element => (
  <label class="field">
    节点
    <textarea
      id={`policy-${name}`}
      name={name}
      rows={2}
      maxlength={1300}
      {...fieldMarks(name, filled)}
    >
      {filled.fields[name] ?? ''}
    </textarea>
  </label>
);

const Templates = ({ filled }: Props): JSX.Element => (
  <>
    <p class="muted">
      分解节点的模板：编号用小写字母，节点之间用顿号隔开；编号清空，就是不要这一行。
    </p>
    {templatePlaces(filled.fields).map((at) => (
      <div class="rule" role="group" aria-label={`节点模板第 ${at + 1} 行`}>
        <Short
          name={`template-${at}-id`}
          filled={filled}
          before="编号"
          attributes={{ maxlength: 40 }}
        />
        <Short
          name={`template-${at}-name`}
          filled={filled}
          before="名称"
          attributes={{ maxlength: 40 }}
        />
        <NamesOfNodes name={`template-${at}-nodes`} filled={filled} />
      </div>
    ))}
    <Fault name="template-0-id" filled={filled} />
  </>
);
