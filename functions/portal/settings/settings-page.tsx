import type { JSX } from 'hono/jsx/jsx-runtime';
import { roleName } from '../../domain/base/role.ts';
import { dateTimeWords, dayWords } from '../../domain/base/words.ts';
import { type Contact, channelName } from '../../domain/contacts/contact.ts';
import { policyOn } from '../../domain/policy/hours.ts';
import { firstDayOf } from '../../domain/policy/policy-version.ts';
import type { ParkContext } from '../../flows/context/park-context.ts';
import type { Frame } from '../http/frame.ts';
import { Fact } from '../ui/facts.tsx';
import { Page } from '../ui/page.tsx';
import { Coverage } from './calendar-coverage.tsx';
import { Ladder } from './ladder.tsx';

/** How the park works: its rules, its posts, and how far its calendar is known. */
export const SettingsPage = ({
  frame,
  run,
  isAdopter,
}: {
  readonly frame: Frame;
  readonly run: ParkContext;
  /** Whether the viewer may let the park follow another policy. */
  readonly isAdopter: boolean;
}): JSX.Element => {
  const { rules, contacts, park } = run;
  const policy = policyOn(frame.today, rules);
  return (
    <Page frame={frame} title="设置" sub={`现行督办规则第 ${policy.version} 版`}>
      <div class="columns">
        <div>
          <Ladder policy={policy} isAdopter={isAdopter} />
          <Posts contacts={contacts} />
        </div>
        <div class="side">
          <Versions run={run} today={frame.today} isAdopter={isAdopter} />
          <Coverage run={run} today={frame.today} />
          <section>
            <h2>园区</h2>
            <dl class="facts">
              <Fact name="名称">{park.name}</Fact>
              <Fact name="时区">{park.timeZone}</Fact>
            </dl>
          </section>
        </div>
      </div>
    </Page>
  );
};

const Posts = ({ contacts }: { readonly contacts: readonly Contact[] }): JSX.Element => (
  <section class="section">
    <h2 class="section-title">
      岗位（{contacts.length} 个）<a href="/settings/contacts">通讯录和渠道</a>
    </h2>
    <table class="records">
      <thead>
        <tr>
          <th scope="col">岗位</th>
          <th scope="col">单位</th>
          <th scope="col">身份</th>
          <th scope="col">渠道</th>
          <th scope="col">代收</th>
        </tr>
      </thead>
      <tbody>
        {contacts.map(({ post, unit, covers, role, standIn, channels: [channel] }) => (
          <tr>
            <td>{post}</td>
            <td>{(covers ?? [unit]).join('、')}</td>
            <td>{roleName[role]}</td>
            <td>{channel ? channelName[channel] : '—'}</td>
            <td>{contacts.find(({ id }) => id === standIn)?.post ?? '—'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </section>
);

/** Every policy that was adopted, the newest first; an older one can be the beginning of the next. */
const Versions = ({
  run: { park, directory, rules },
  today,
  isAdopter,
}: {
  readonly run: ParkContext;
  readonly today: Frame['today'];
  readonly isAdopter: boolean;
}): JSX.Element => (
  <section>
    <h2>督办规则的版本</h2>
    <ul class="versions">
      {park.policies
        .toReversed()
        .map(({ policy, effectiveFrom, adoptedBy, adoptedName, adoptedAt }) => (
          <li>
            <b>第 {policy.version} 版</b>，
            {dayWords(firstDayOf(effectiveFrom, rules.timeZone), today)}起
            <span class="muted">
              {adoptedName ??
                directory.contact(adoptedBy)?.post ??
                (adoptedBy === 'system' ? '建园时' : adoptedBy)}{' '}
              {dateTimeWords(adoptedAt, rules.timeZone)} 采用
            </span>
            {isAdopter ? (
              <a href={`/settings/policy?version=${policy.version}`}>
                以第 {policy.version} 版为底稿
              </a>
            ) : null}
          </li>
        ))}
    </ul>
  </section>
);
