/** The result of one check of a deployment; `line` says what to do if it failed. */
export type Finding = { readonly isPassed: boolean; readonly line: string };

export const passed = (line: string): Finding => ({ isPassed: true, line });
export const failed = (line: string): Finding => ({ isPassed: false, line });
