import type { JSX } from 'hono/jsx/jsx-runtime';
import type { UnitWish } from '../../domain/contacts/unit-wish.ts';
import { unitMoveWords } from '../../domain/contacts/unit-words.ts';
import type { UnitPreview } from '../../flows/contacts/rename-unit.ts';
import type { Frame } from '../http/frame.ts';
import { Fact } from '../ui/facts.tsx';
import type { Field } from '../ui/input.tsx';
import { Page } from '../ui/page.tsx';
import { type NotTaken, SimpleForm } from '../ui/simple-form.tsx';
import { headField, headLabel } from './unit-form.ts';

/** What renaming a unit changes, who is to hold doubled posts, and the one confirmation. */
export const UnitPreviewPage = ({
  frame,
  wish,
  preview,
  request,
  notTaken,
}: {
  readonly frame: Frame;
  readonly wish: UnitWish;
  readonly preview: UnitPreview;
  /** Names the confirmation: sent twice, it is done once. */
  readonly request: string;
  readonly notTaken: NotTaken | null;
}): JSX.Element => {
  const { isMerge, isAhead, tasks, nodes, supported, contacts, sources } = preview;
  const { unit, to, on, why } = wish;
  return (
    <Page frame={frame} title={`${notTaken ? '有错误：' : ''}单位${isMerge ? '并入' : '改名'}`}>
      <div class="narrow">
        <p>
          {unitMoveWords({ ...wish, isMerge })}。
          {isAhead ? '到那一天生效，此前可以取消。' : '确认以后立即生效。'}
        </p>
        <dl class="facts">
          <Fact name="随单位走的事项">
            {tasks} 项{nodes > 0 ? `，节点 ${nodes} 个` : ''}
          </Fact>
          <Fact name="配合的事项">{supported} 项</Fact>
          <Fact name="联系人">{contacts.map(({ post }) => post).join('、') || '没有'}</Fact>
          <Fact name="指定其可见的不公开来源">{sources} 个</Fact>
        </dl>
        <p class="muted">
          {isMerge
            ? '换了责任人的事项重新交办，由新的责任人签收；责任人没有变的不用重新签收。'
            : '责任人不变，不用重新签收，在下一份提醒里告知；以原名称开头的岗位称呼一并更改。'}
          期限、进度和已发的提醒不变。
        </p>
        <SimpleForm
          name="unit"
          action="/settings/units"
          hidden={{ unit, to, on: on.toString(), why, request }}
          fields={preview.doubled.map(headInput)}
          button="确认"
          notTaken={notTaken}
        />
        <p class="actions">
          <a class="button" href="/settings/units">
            返回
          </a>
        </p>
      </div>
    </Page>
  );
};

const headInput = ({ role, holders }: UnitPreview['doubled'][number]): Field => ({
  name: headField(role),
  label: headLabel(role),
  choices: ['', ...holders.map(({ id }) => id)],
  choiceNames: {
    '': '请选择',
    ...Object.fromEntries(holders.map(({ id, post }) => [id, post])),
  },
});
