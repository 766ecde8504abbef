/** What is open to everybody, or to anyone who has the code of a message. */
export const OPEN: readonly string[] = [
  'GET /healthz',
  'GET /sign-in',
  'POST /sign-in',
  'POST /sign-out',
  'GET /a/:code',
  'POST /a/:code/sign',
  'GET /a/:code/returns',
  'POST /a/:code/returns',
  'GET /a/:code/:task',
  'POST /a/:code/:task',
];
