import type { Messenger } from '../flows/ports.ts';

/** SNS sends ten mails per second, and removes an address that is sent more from the topic. */
const MILLISECONDS_A_MAIL = 100;

/** A stopwatch in milliseconds. */
export type Stopwatch = {
  readonly now: () => number;
  readonly wait: (milliseconds: number) => Promise<unknown>;
};

/** Wraps `messenger` so that a call with mails waits until the mails of earlier calls were sent. */
export function atMailPace(messenger: Messenger, { now, wait }: Stopwatch): Messenger {
  let free = 0;
  return {
    publish: async (messages) => {
      const mails = messages.filter(({ channel }) => channel === 'mail').length;
      if (mails > 0) {
        if (free > now()) await wait(free - now());
        free = now() + mails * MILLISECONDS_A_MAIL;
      }
      return messenger.publish(messages);
    },
  };
}
