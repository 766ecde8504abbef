import type { JSX } from 'hono/jsx/jsx-runtime';
import type { Contested } from '../../domain/contacts/directory-record.ts';
import type { Outlets } from '../../domain/contacts/outlets.ts';
import type { Frame } from '../http/frame.ts';
import { Page } from '../ui/page.tsx';
import { type NotTaken, SimpleForm } from '../ui/simple-form.tsx';
import { SetUpNote } from '../ui/unreached-note.tsx';
import { contactInputs } from './inputs.ts';

/** The form of a contact that is not there yet. */
export const NewContactPage = ({
  frame,
  outlets,
  contested,
  notTaken,
}: {
  readonly frame: Frame;
  readonly outlets: Outlets;
  readonly contested: readonly Contested[];
  readonly notTaken: NotTaken | null;
}): JSX.Element => (
  <Page frame={frame} title={`${notTaken ? '有错误：' : ''}增加联系人`}>
    <div class="narrow">
      <SimpleForm
        name="contact"
        action="/settings/contacts"
        hidden={{}}
        fields={contactInputs(null, outlets, contested)}
        button="增加"
        notTaken={notTaken}
      />
      <SetUpNote outlets={outlets} />
      <p class="actions">
        <a class="button" href="/settings/contacts">
          回通讯录
        </a>
      </p>
    </div>
  </Page>
);
