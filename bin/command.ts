/** The output of a command. */
export type Terminal = {
  /** Writes one line to standard output. */
  readonly out: (line: string) => void;
  /** Writes one line to standard error. */
  readonly err: (line: string) => void;
};

/** One command of the command line. */
export type Command = {
  /** One line for the list of commands, in Chinese. */
  readonly summary: string;
  /** Help text with all options, in Chinese. */
  readonly usage: string;
  /**
   * @param args - the arguments after the command's name.
   * @returns the exit code: 0 done, 1 done with findings, 2 the call or its input is not valid, or the
   *   output cannot be written.
   * @throws {BadInput} if the input is not valid; the caller prints it and exits with 2.
   */
  readonly run: (args: readonly string[], terminal: Terminal) => Promise<number>;
};
