import type { Child } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';
import type { FormItem } from '../../domain/papers/reporting-form.ts';
import type { ParkContext } from '../../flows/context/park-context.ts';
import type { Refusals, ReturnAnswer } from '../../flows/reporting/answer-form.ts';

/** One reporting form: opened from a message's link, or by a signed-in post. */
export type ReturnDesk = {
  readonly run: ParkContext;
  /** Where the form is. */
  readonly address: string;
  readonly addressOf: (id: string) => string;
  /** The items as the request found them. */
  readonly items: () => Promise<readonly FormItem[]>;
  /** The items as they stand after something was sent, with what others did meanwhile. */
  readonly itemsAfter: () => Promise<readonly FormItem[]>;
  readonly answer: (answers: readonly ReturnAnswer[], key: string) => Promise<Refusals>;
  readonly newId: () => string;
  /** What the page says where nothing is asked for: a message knows of itself alone. */
  readonly nothing: { readonly title: string; readonly words: string };
  /** What stands around the form. */
  readonly around: (title: string, body: Child) => JSX.Element;
};

/** The response with a page. */
export type PageResponse = Response | Promise<Response>;
