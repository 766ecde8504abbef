/** What a command may touch of the terminal; tests pass their own. */
export type Terminal = {
  /** Writes one line to standard output. */
  readonly out: (line: string) => void;
  /** Writes one line to standard error. */
  readonly err: (line: string) => void;
};

/** One verb of the command line. */
export type Command = {
  /** One line for the list of commands, in Chinese. */
  readonly summary: string;
  /** How it is called, with its options, in Chinese. */
  readonly usage: string;
  /**
   * @param args - what follows the verb.
   * @returns the exit code: 0 done, 1 done with findings, 2 the call or its input is wrong, or
   *   nothing takes its output.
   * @throws {BadInput} when the input cannot be taken; the caller prints it and exits with 2.
   */
  readonly run: (args: readonly string[], terminal: Terminal) => Promise<number>;
};
