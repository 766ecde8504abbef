/**
 * What somebody does with a form of a page, or says to the API, on a day of the year. `~` at the
 * head of a path is the newest link that the contact was sent, `~[words]` the newest with these
 * words in its message.
 */
export type Deed = {
  readonly on: string;
  readonly as: string;
  /** The page with the form; of a call its address. */
  readonly at: string;
  /** How the address ends that the form is sent to; the form of the page's own address without it. */
  readonly does?: string;
  /** What is typed, in the place of what the form had. */
  readonly types?: Readonly<Record<string, string>>;
  readonly uploads?: { readonly name: string; readonly text: string };
  /** How the address ends to which the form is sent on that the answer brings. */
  readonly next?: { readonly does: string; readonly types?: Readonly<Record<string, string>> };
  /** The body of a call. */
  readonly posts?: unknown;
};
