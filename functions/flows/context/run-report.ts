/** What a run did, for the log. Grows while the run goes on. */
export type RunReport = {
  /** Records that were due and decided. */
  decided: number;
  /** Digests that went out. */
  sent: number;
  /** Ids of digests that were abandoned: refused permanently, or never answered for. */
  readonly failed: string[];
  /** Ids of digests that were not sent, because nothing reaches their contact. */
  readonly unreached: string[];
  /** Messages that were not taken, or not answered for, and why. A later run takes them up again. */
  readonly untaken: {
    readonly at: string;
    readonly result: 'rejected' | 'unknown';
    readonly reason: string;
  }[];
  /** Keys of records that cannot be read. */
  readonly damaged: string[];
  /** What went wrong with single records, in words or as it was thrown; a later run takes them up again. */
  readonly faults: { readonly at: string; readonly fault: unknown }[];
};

/** Some records of a run failed. What was not finished still wakes; a later run takes it up. */
export class UnfinishedRun extends Error {
  override readonly name = 'UnfinishedRun';
  readonly report: RunReport;

  constructor(report: RunReport) {
    super(report.faults.map(({ at, fault }) => `${at}: ${String(fault)}`).join('; '));
    this.report = report;
  }
}
