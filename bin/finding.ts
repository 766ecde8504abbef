/** One thing that must hold of a deployment: what is found, and what to do if it is not right. */
export type Finding = { readonly isRight: boolean; readonly line: string };

export const right = (line: string): Finding => ({ isRight: true, line });
export const wrong = (line: string): Finding => ({ isRight: false, line });
