import type { Context } from 'hono';
import { answerReturnsByLink } from '../../flows/reporting/answer-form.ts';
import { returnsOfLink } from '../../flows/reporting/form-of-contact.ts';
import { openLink, type Valid } from '../../flows/tasks/open-link.ts';
import type { Portal } from '../http/portal.ts';
import type { ReturnDesk } from '../reporting/return-desk.ts';
import { Said, Shell } from '../ui/phone-shell.tsx';
import { PassedOn } from './passed-on.tsx';

/** The form of returns behind a message's link. */
export function linkDesk(context: Context, { ports }: Portal, opened: Valid): ReturnDesk {
  const { code } = opened.link;
  return {
    run: opened.run,
    address: `/a/${code}/returns`,
    addressOf: (id) => `/a/${code}/${id}`,
    items: () => returnsOfLink(opened),
    itemsAfter: async () => {
      const now = await openLink(code, ports);
      return now.state === 'valid' ? returnsOfLink(now) : [];
    },
    answer: (answers, key) => answerReturnsByLink(opened, answers, key),
    newId: ports.newId,
    nothing: {
      title: '这条提醒没有要反馈的',
      words: '别的提醒请反馈的，请打开那条提醒的链接。',
    },
    around: (title, body) => (
      <Shell opened={opened} title={title} isWide>
        <Said said={context.req.query('ok')} items={opened.items} />
        <div class="reporting-form">
          <h1>{title}</h1>
          <PassedOn opened={opened} />
          {body}
        </div>
      </Shell>
    ),
  };
}
