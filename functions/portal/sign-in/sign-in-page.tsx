import type { JSX } from 'hono/jsx/jsx-runtime';
import { Role, roleName } from '../../domain/base/role.ts';
import type { Contact } from '../../domain/contacts/contact.ts';
import type { HeldPost } from '../http/posts.ts';
import { Document } from '../ui/page.tsx';
import { ProblemPage } from '../ui/problem-page.tsx';

/** Where the user of this computer chooses a post, without a password. */
export const ChooseRolePage = ({
  parkName,
  contacts,
  back,
}: {
  readonly parkName: string;
  readonly contacts: readonly Contact[];
  readonly back: string;
}): JSX.Element => (
  <Document title={`选择身份 · ${parkName} · 如期`} isPhone>
    <main class="phone">
      <header class="top">
        <span>{parkName}</span>
        <span>如期</span>
      </header>
      <form class="phone-body" method="post" action="/sign-in">
        <h1>选择身份</h1>
        <p class="hint">这一页只在本机打开时才有，不查验身份。正式使用时由统一身份认证登录。</p>
        <input type="hidden" name="back" value={back} />
        <label class="label" for="contact">
          岗位
        </label>
        <select id="contact" name="contact" class="number-entry">
          {Role.options.toReversed().map((role) => (
            <optgroup label={roleName[role]}>
              {contacts
                .filter((contact) => contact.role === role)
                .map(({ id, post }) => (
                  <option value={id}>{post}</option>
                ))}
            </optgroup>
          ))}
        </select>
        <button class="button primary send" type="submit">
          进入
        </button>
      </form>
    </main>
  </Document>
);

/** Where an account with several posts chooses one. */
export const ChoosePostPage = ({ posts }: { readonly posts: readonly HeldPost[] }): JSX.Element => (
  <Document title="选择岗位 · 如期" isPhone>
    <main class="phone">
      <header class="top">
        <span>如期</span>
      </header>
      <form class="phone-body" method="post" action="/sign-in/post">
        <h1>选择岗位</h1>
        <p class="hint">您的账号对应多个岗位。要换岗位时，先退出再登录。</p>
        <label class="label" for="post">
          岗位
        </label>
        <select id="post" name="post" class="number-entry">
          {posts.map(({ park, parkName, contact }) => (
            <option value={`${park}/${contact.id}`}>
              {parkName} {contact.post}
            </option>
          ))}
        </select>
        <button class="button primary send" type="submit">
          进入
        </button>
      </form>
    </main>
  </Document>
);

/** Confirms that the visitor is signed out. */
export const SignedOutPage = (): JSX.Element => (
  <ProblemPage
    title="已退出"
    lines={['这台设备上不再能看到园区的内容。']}
    ways={[{ href: '/sign-in', name: '重新登录' }]}
  />
);
