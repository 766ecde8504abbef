import type { JSX } from 'hono/jsx/jsx-runtime';
import type { Contact } from '../../domain/contact.ts';
import { Role, roleName } from '../../domain/role.ts';
import { Document } from '../parts/page.tsx';

/** Where whoever sits at this computer chooses a post: there is no password to know. */
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
    <main class="ph">
      <header class="top">
        <span>{parkName}</span>
        <span>如期</span>
      </header>
      <form class="fb" method="post" action="/sign-in">
        <h1>选择身份</h1>
        <p class="hint">这一页只在本机打开时才有，不查验身份。正式使用时由统一身份认证登录。</p>
        <input type="hidden" name="back" value={back} />
        <label class="lb" for="contact">
          岗位
        </label>
        <select id="contact" name="contact" class="numin">
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
        <button class="btn main send" type="submit">
          进入
        </button>
      </form>
    </main>
  </Document>
);
