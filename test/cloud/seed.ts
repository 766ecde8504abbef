import { Document, Packer, Paragraph } from 'docx';
import type { Temporal } from 'temporal-polyfill';
import type { Policy } from '../../functions/domain/policy/policy.ts';
import { contactsOf } from '../support/builders.ts';
import type { Pages } from './portal.ts';

export const PARK = 'linxiang';

const UNITS = ['安环局', '水务局'] as const;

/** A plan as a Word file: each of the two units is to finish one thing by `due`. */
async function planOf({ year, month, day }: Temporal.PlainDate, plan: number): Promise<Buffer> {
  const lines = [
    `临湘高新区${plan}年工作计划`,
    '一、年底前要办成的事',
    ...UNITS.map((unit) => `${unit}要在${year}年${month}月${day}日前完成管网改造工程。`),
  ];
  const children = lines.map((line) => new Paragraph(line));
  return Packer.toBuffer(new Document({ sections: [{ children }] }));
}

type Policies = { readonly policies: readonly { readonly policy: Policy }[] };
type Plan = { readonly id: string };
type Drafts = {
  readonly drafts: readonly {
    readonly draft: string;
    readonly id: string;
    readonly version: number;
  }[];
};

/**
 * Enters the posts of {@link UNITS}, which are reached by mail, because the stage has no relay, and a
 * policy from `day` on by which whatever is due within 15 days asks to be signed for.
 */
export async function seedPosts({ call }: Pages, day: Temporal.PlainDate): Promise<void> {
  for (const contact of contactsOf(...UNITS)) {
    const mail = `${contact.id}@park.example`;
    const byMail = { ...contact, channels: ['mail'], mail };
    if (contact.role !== 'office') await call('/contacts', byMail);
  }
  const known = await call<Policies>('/policies');
  const [first] = known.body.policies;
  const returns = { ...first?.policy.returns, steps: [] };
  const policy = { ...first?.policy, yellowFrom: 15, returns };
  await call('/policies', { policy, from: day.toString() }, known.etag);
}

/**
 * Uploads a document, or pastes its text, accepts all of its drafts and publishes them.
 *
 * @param document - the body of the upload.
 * @returns the ids of its tasks, in the order of its text.
 */
export async function publish({ call }: Pages, document: unknown): Promise<readonly string[]> {
  const { id } = (await call<Plan>('/plans', document)).body;
  const { drafts } = (await call<Drafts>(`/plans/${id}/drafts`)).body;
  const seen = drafts.map(({ draft, version }) => ({ draft, version }));
  await call(`/plans/${id}/drafts/amendments`, { drafts: seen, decision: 'accepted' });
  await call(`/plans/${id}/publish`, {});
  return drafts.map((draft) => draft.id);
}

/**
 * Fills a park through its API, as its office does before the morning of `day`: {@link seedPosts},
 * and a plan that is due in 15 days.
 *
 * @returns the ids of the two tasks, in the order of {@link UNITS}.
 */
export async function seedPark(desk: Pages, day: Temporal.PlainDate): Promise<readonly string[]> {
  await seedPosts(desk, day);
  const content = (await planOf(day.add({ days: 15 }), day.year)).toString('base64');
  return publish(desk, { file: '工作计划.docx', content });
}
