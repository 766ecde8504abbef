import type { JSX } from 'hono/jsx/jsx-runtime';
import { snsAddress } from '../../domain/contacts/outlets.ts';
import { Input } from '../ui/input.tsx';
import { SimpleForm } from '../ui/simple-form.tsx';
import { AgainForm } from './again-form.tsx';
import { type ContactPageProps, refusedOf } from './contact-props.ts';
import { LEAVING } from './inputs.ts';

/** The forms that change a contact, one for each act. */
export const ContactForms = (props: ContactPageProps): JSX.Element => {
  const { contact, others, outlets, print } = props;
  const path = `/settings/contacts/${contact.id}`;
  const candidates = others.filter(({ standIn }) => standIn === undefined);
  const names = Object.fromEntries(candidates.map(({ id, post }) => [id, post]));
  return (
    <>
      <section>
        <h2>代收代办</h2>
        <SimpleForm
          name="stand-in"
          action={`${path}/stand-in`}
          hidden={{ print }}
          fields={[
            {
              name: 'standIn',
              label: '不在时由谁代收代办',
              choices: ['', ...candidates.map(({ id }) => id)],
              choiceNames: { '': '自己接收', ...names },
              value: contact.standIn ?? '',
            },
          ]}
          button="设定"
          isQuiet
          notTaken={refusedOf(props, 'stand-in')}
          isSummed={false}
        />
      </section>
      <section>
        <h2>收得到吗</h2>
        <form class="actions" method="post" action={`${path}/test`}>
          <button class="button" data-busy="正在发送…" type="submit">
            发一条测试消息
          </button>
          {snsAddress(contact, outlets) ? (
            <button class="button" formaction={`${path}/invitation`} type="submit">
              重新请其确认
            </button>
          ) : null}
        </form>
        <AgainForm contact={contact.id} name={contact.post} toldToday={props.toldToday} />
      </section>
      <Removal {...props} />
    </>
  );
};

/** Tasks that are named; of the others the page says how many. */
const MOST_NAMED = 5;

const Removal = ({ contact, vacated, print, refused }: ContactPageProps): JSX.Element => (
  <section>
    <h2>移除</h2>
    <details class="disclosure" open={refused?.act === 'removal'}>
      <summary>移除这个联系人</summary>
      <form method="post" action={`/settings/contacts/${contact.id}/removal`} novalidate>
        <input type="hidden" name="print" value={print} />
        {vacated.length === 0 ? (
          <p class="muted">没有在办事项因此缺岗。</p>
        ) : (
          <>
            <p>{vacated.length} 项在办事项会缺这个岗位，提醒转给园区办：</p>
            <ul class="versions">
              {vacated.slice(0, MOST_NAMED).map(({ id, title }) => (
                <li>
                  <a href={`/items/${id}`}>{title}</a>
                </li>
              ))}
              {vacated.length > MOST_NAMED ? <li>另有 {vacated.length - MOST_NAMED} 项</li> : null}
            </ul>
            <p>
              单位改名或并入的，请到 <a href="/settings/units">单位</a> 页办理，事项随单位走。
            </p>
            <Input
              id="removal-why"
              field={{ name: 'why', label: LEAVING, value: refused?.fields['why'] }}
              fault={undefined}
            />
          </>
        )}
        <label class="tick-field">
          <input type="checkbox" id="removal-sure" name="sure" required /> 确认移除
        </label>
        <button class="button" data-busy="正在移除…" type="submit">
          移除
        </button>
      </form>
    </details>
  </section>
);
