import type { JSX } from 'hono/jsx/jsx-runtime';
import { roleName } from '../../domain/base/role.ts';
import { snsAddress } from '../../domain/contacts/outlets.ts';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { Fact } from '../ui/facts.tsx';
import { Page } from '../ui/page.tsx';
import { SimpleForm } from '../ui/simple-form.tsx';
import { ReachNote, SetUpNote } from '../ui/unreached-note.tsx';
import { ContactForms } from './contact-forms.tsx';
import { type ContactPageProps, refusedOf } from './contact-props.ts';
import { contactInputs } from './inputs.ts';
import { channelsOf, subscriptionWords } from './words.ts';

/** One post: how it is reached, who receives for it, and every form that changes it. */
export const ContactPage = (props: ContactPageProps): JSX.Element => {
  const { frame, contact, isKeeper, refused } = props;
  return (
    <Page
      frame={frame}
      title={`${refused ? '有错误：' : ''}${contact.post}`}
      sub={contact.id}
      tools={
        <nav class="tools" aria-label="通讯录">
          <a class="button" href="/settings/contacts">
            回通讯录
          </a>
        </nav>
      }
    >
      {refused ? <ErrorSummary act={refused.act} faults={refused.faults} /> : null}
      <div class="columns">
        <div>
          <Facts {...props} />
          {isKeeper ? <Change {...props} /> : null}
        </div>
        <div class="side">{isKeeper ? <ContactForms {...props} /> : null}</div>
      </div>
    </Page>
  );
};

const Facts = ({ contact, subscriptions, outlets, why, others }: ContactPageProps): JSX.Element => {
  const { unit, covers, role, standIn } = contact;
  return (
    <dl class="facts">
      <Fact name="单位">{unit}</Fact>
      {covers ? <Fact name="负责的单位">{covers.join('、')}</Fact> : null}
      <Fact name="身份">{roleName[role]}</Fact>
      <Fact name="渠道">{channelsOf(contact)}</Fact>
      <Fact name="地址">{snsAddress(contact, outlets)?.endpoint ?? '—'}</Fact>
      <Fact name="订阅">{subscriptionWords(contact, subscriptions, outlets)}</Fact>
      <Fact name="提醒">
        <ReachNote why={why} />
      </Fact>
      <Fact name="代收">{others.find(({ id }) => id === standIn)?.post ?? '自己接收'}</Fact>
    </dl>
  );
};

const Change = (props: ContactPageProps): JSX.Element => (
  <section class="section">
    <h2 class="section-title">修改</h2>
    <SimpleForm
      name="contact"
      action={`/settings/contacts/${props.contact.id}`}
      hidden={{ print: props.print }}
      fields={contactInputs(props.contact, props.outlets, props.contested)}
      button="保存"
      notTaken={refusedOf(props, 'contact')}
      isSummed={false}
    />
    <SetUpNote outlets={props.outlets} />
  </section>
);
