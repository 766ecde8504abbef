import { beforeEach, describe, expect, it } from 'vitest';
import type { Contact } from '../../../functions/domain/contacts/contact.ts';
import { digestId } from '../../../functions/domain/messages/digest.ts';
import { ProblemBody } from '../../../functions/portal/api/problem.ts';
import {
  FollowedBody,
  OneContact,
  Removed,
  SentAgain,
} from '../../../functions/portal/contacts/schemas.ts';
import { HistoryBody } from '../../../functions/portal/register/schemas.ts';
import { contactsOf } from '../../support/builders.ts';
import { type Caller, callerAs, statusesOf } from '../../support/caller.ts';
import { fieldsIn } from '../../support/form.ts';
import { overdue } from '../../support/links.ts';
import { aPortal, HOME, linkTo, signedInAs, type Visitor, visitor } from '../../support/portal.ts';
import { wake } from '../../support/requests.ts';
import type { World } from '../../support/world.ts';

const LIST = '/settings/contacts';
const OWNER = `${LIST}/owner-0`;

let world: World;
let office: Visitor;
let link: string;
beforeEach(async () => {
  world = await overdue();
  world.pages.at = HOME;
  await wake('linxiang', world.ports);
  world.goTo('2022-07-01 09:30');
  link = linkTo(world, 'owner-0');
  office = await signedInAs('office', aPortal(world));
});

const typed = async (over: Readonly<Record<string, string>>): Promise<Record<string, string>> => ({
  ...fieldsIn(await office.text(OWNER)),
  ...over,
});
const goneTo = (answer: Response): string => answer.headers.get('location') ?? '';
const linkPage = async (path = link): Promise<Response> => visitor(aPortal(world)).get(path);

describe('a leader who is replaced on the page', () => {
  it('leaves no link behind, and the newcomer is offered the message of today', async () => {
    expect((await linkPage()).status).toBe(200);
    const saved = await office.post(
      OWNER,
      await typed({ channel: 'mail', mail: 'n@park.example' }),
    );
    const page = await office.text(goneTo(saved));
    expect(page).toContain('它原有的链接已全部作废');
    expect(page).toContain('把今天的提醒再发一次');
    const dead = await linkPage();
    expect(dead.status).toBe(410);
    expect(await dead.text()).toContain('收到这条提醒的岗位换了地址或单位');

    const again = await office.post(`${OWNER}/again`);
    expect(await office.text(goneTo(again))).toContain('今天的提醒已再发一次，链接是新的');
    expect(world.messages.at(-1)).toMatchObject({ contact: 'owner-0', channel: 'mail' });
    expect((await linkPage(linkTo(world, 'owner-0'))).status).toBe(200);
    const digest = world.digests().find(({ copies }) => copies.length > 0);
    expect(
      await office.text(`/messages/${encodeURIComponent(digest ? digestId(digest) : '')}`),
    ).toContain('再发');
  });

  it('is told why it is not sent again', async () => {
    world.goTo('2022-07-01 19:00');
    const answer = await office.post(`${OWNER}/again`);
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain('现在不是发提醒的时间');
    const nobody = await office.post(`${LIST}/nobody/again`);
    expect(nobody.status).toBe(400);
  });

  it('who is taken out hands the message of today to anyone who has the post now', async () => {
    const removed = await office.post(
      `${OWNER}/removal`,
      await typed({ sure: 'on', why: '岗位撤销' }),
    );
    const page = await office.text(goneTo(removed));
    expect(page).toContain('今天发给 owner-0 的提醒有 1 份');
    expect(page).toContain(`action="${OWNER}/again"`);
    expect((await linkPage()).status).toBe(410);
    expect(goneTo(await office.post(`${OWNER}/again`))).toBe(`${LIST}?ok=again`);
    expect(world.messages.at(-1)).toMatchObject({ contact: 'office' });
    expect(await office.text(LIST)).not.toContain('再发一次');
  });
});

describe('a post that somebody has, on the page', () => {
  const newcomer = {
    id: 'a-owner',
    unit: '安环局',
    post: '安环局新经办',
    role: 'owner',
    covers: '',
    channel: 'wecom',
    mail: '',
    https: '',
  };

  it('is given to another one only when that is confirmed, and the list says who has it', async () => {
    expect(await office.text('/settings/new-contact')).not.toContain('name="confirm"');
    const refused = await office.post(LIST, newcomer);
    expect(refused.status).toBe(400);
    const page = await refused.text();
    expect(page).toContain('安环局责任人这个岗位现由安环局责任人（owner-0）担任');
    expect(page).toContain('name="confirm"');
    expect((await office.post(LIST, { ...newcomer, confirm: 'yes' })).status).toBe(303);
    expect(await office.text(LIST)).toContain('安环局责任人现由安环局新经办担任');

    expect(await office.text(OWNER)).toContain('安环局责任人现由安环局新经办担任');
    await office.post(OWNER, await typed({ confirm: 'yes' }));
    expect(await office.text(LIST)).toContain('安环局责任人现由安环局责任人担任');
  });

  it('stands in the history of the directory', async () => {
    await office.post(LIST, { ...newcomer, confirm: 'yes' });
    const page = await office.text(LIST);
    expect(page).toContain('变动记录');
    expect(page).toContain('接替 owner@安环局');
  });
});

describe('the directory through the API', () => {
  let api: Caller;
  const [owner] = contactsOf('安环局') as readonly [Contact];
  const markOf = async (id: string): Promise<Record<string, string>> => ({
    'if-match': (await api(`/contacts/${id}`)).headers.get('etag') ?? '',
  });
  const put = (contact: Contact, mark: Record<string, string>): Promise<Response> =>
    api(`/contacts/${contact.id}`, contact, mark, 'PUT');
  beforeEach(async () => {
    api = await callerAs(world, 'office');
  });

  it('reports ended links, and resends the messages of today', async () => {
    const mail = { ...owner, channels: ['mail' as const], mail: 'n@park.example' };
    const saved = FollowedBody.parse(await (await put(mail, await markOf('owner-0'))).json());
    expect(saved).toMatchObject({ linksEnded: true, toldToday: 1 });
    const again = await api('/contacts/owner-0/again', {});
    expect(SentAgain.parse(await again.json())).toEqual({ sentTo: ['owner-0'] });
    const reasoned = `/contacts/owner-0?why=${encodeURIComponent('岗位撤销')}`;
    const gone = await api(reasoned, undefined, await markOf('owner-0'), 'DELETE');
    expect(Removed.parse(await gone.json())).toMatchObject({ toldToday: 1 });
    world.goTo('2022-07-01 09:32');
    expect((await api('/contacts/owner-0/again', {})).status).toBe(200);
    expect((await api('/contacts/nobody/again', {})).status).toBe(422);
    const { changes } = HistoryBody.parse(await (await api('/directory/history')).json());
    expect(changes.map(({ what }) => what)).toEqual(['登记联系人', '修改联系人', '移除联系人']);
  });

  it('asks before another one takes a post', async () => {
    const second = { ...owner, id: 'a-owner' };
    const refused = await api('/contacts', second);
    expect(refused.status).toBe(422);
    expect(ProblemBody.parse(await refused.json()).errors?.[0]?.message).toContain('现由');
    expect((await api('/contacts', { ...second, confirm: true })).status).toBe(200);
  });

  it('accepts one of eight concurrent saves of one version, and shows the others the current one', async () => {
    const mark = await markOf('owner-0');
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, at) => put({ ...owner, post: `经办${at}` }, mark)),
    );
    expect(statusesOf(answers)).toEqual([200, ...Array(7).fill(412)]);
    const won = answers.find(({ status }) => status === 200);
    const { post } = OneContact.parse(await won?.json()).contact;
    const lost = answers.find(({ status }) => status === 412);
    expect(ProblemBody.parse(await lost?.json()).current).toMatchObject({ post });
  });

  it('keeps one office contact when all are removed at the same time', async () => {
    const ids = ['office', 'office-2', 'office-3'];
    for (const id of ids.slice(1)) {
      await api('/contacts', { ...owner, id, role: 'office', confirm: true });
    }
    const marks = await Promise.all(ids.map(markOf));
    const removed = await Promise.all(
      ids.map((id, at) => api(`/contacts/${id}`, undefined, marks[at], 'DELETE')),
    );
    const done = removed.filter(({ status }) => status === 200).length;
    const { contacts } = (await world.register.directory('linxiang')).value;
    const left = contacts.filter(({ role }) => role === 'office').length;
    expect([done > 0, left > 0, done + left]).toEqual([true, true, 3]);
  });
});
