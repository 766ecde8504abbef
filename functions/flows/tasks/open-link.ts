import { BadInput } from '../../domain/base/problems.ts';
import type { Contact } from '../../domain/contacts/contact.ts';
import type { Notice } from '../../domain/deadlines/notice.ts';
import type { TaskNotice } from '../../domain/deadlines/task-notice.ts';
import { type ActionLink, isLinkToken, linkStateOf } from '../../domain/messages/action-link.ts';
import type { Digest } from '../../domain/messages/digest.ts';
import { isInCharge, isSupporting } from '../../domain/tasks/in-charge.ts';
import { knownContact } from '../contacts/refuse-keeping.ts';
import { inParallel } from '../context/in-parallel.ts';
import { openContext } from '../context/open-context.ts';
import { type ParkContext, readWhole } from '../context/park-context.ts';
import { tellableTo } from '../context/sight.ts';
import type { Ports, Stored } from '../ports.ts';
import { type LinkItem, linkItemOf } from './link-item.ts';

/** What is behind a link's code. */
export type Opened =
  | { readonly state: 'unknown' }
  | {
      readonly state: 'expired' | 'revoked' | 'moved';
      readonly link: ActionLink;
      readonly run: ParkContext;
    }
  | {
      readonly state: 'valid';
      readonly link: ActionLink;
      readonly run: ParkContext;
      readonly contact: Contact;
      /** What its message told. */
      readonly digests: readonly Stored<Digest>[];
      readonly items: readonly LinkItem[];
      /** Ids of tasks that the message told of and others are responsible for by now. */
      readonly passedOn: readonly string[];
    };

/**
 * Looks behind `code`, changing nothing: previews and scanners of mail open links, too. Which park is to
 * be opened is known only from the link.
 */
export async function openLink(code: string, ports: Ports): Promise<Opened> {
  const link = isLinkToken(code) ? await ports.links.read(code) : undefined;
  if (!link) return { state: 'unknown' };
  const run = await openContext(link.park, ports);
  const state = linkStateOf(link, run.directory, run.now);
  if (state !== 'valid') return { state, link, run };
  const contact = knownContact(run.directory, link.contact);
  return { state, link, run, contact, ...(await toldOf(run, link, contact)) };
}

/** A link that may be used. */
export type Valid = Extract<Opened, { readonly state: 'valid' }>;

/** @throws {BadInput} if the link may no longer be used. */
export function refuseInvalid(opened: Opened): Valid {
  if (opened.state === 'valid') return opened;
  const remedy = '请打开最近一条提醒里的链接，或联系园区办';
  throw new BadInput([{ place: '链接', message: '已经不能使用', remedy }]);
}

type Told = Pick<Valid, 'digests' | 'items' | 'passedOn'>;

/** What the message of `link` told of, by whether `contact` is responsible for it now. */
async function toldOf(run: ParkContext, link: ActionLink, contact: Contact): Promise<Told> {
  const reads = await Promise.all(link.digests.map((id) => run.ports.ledger.read(link.park, id)));
  const digests = reads.filter((read) => read !== undefined);
  const told = digests.flatMap(({ value: digest }) =>
    digest.notices.filter(isOfTask).map((notice) => ({ digest, notice })),
  );
  const byTask = Map.groupBy(told, ({ notice }) => notice.task);
  const tellable = await tellableTo(run, contact);
  const items = await inParallel([...byTask], async ([id, notices]) => {
    const stored = await readWhole(run, id);
    if (!stored || !tellable(stored.task)) return undefined;
    const { task } = stored;
    const mine = notices.filter(({ notice }) =>
      notice.isSupporting
        ? isSupporting(contact.id, task, notice.post, run.directory)
        : isInCharge(contact.id, task, notice.role, run.directory),
    );
    return mine.length > 0 ? linkItemOf(run, contact, stored, mine) : id;
  });
  return {
    digests,
    items: items.filter((each) => typeof each === 'object'),
    passedOn: items.filter((each) => typeof each === 'string'),
  };
}

const isOfTask = (notice: Notice): notice is TaskNotice => notice.about === 'task';
