/** A stored record that this version of the program cannot read. Other records are not affected. */
export class DamagedRecord extends Error {
  override readonly name = 'DamagedRecord';
  /** Key of the stored record. */
  readonly key: string;

  constructor(key: string, options?: ErrorOptions) {
    super(`the record ${key} cannot be read`, options);
    this.key = key;
  }
}

/** Whether a record could be read. */
export const isReadable = <Value>(each: Value | DamagedRecord): each is Value =>
  !(each instanceof DamagedRecord);

/**
 * Concurrent changes made every attempt to write fail. The message is for the user; retrying from a
 * fresh read is safe.
 */
export class Conflict extends Error {
  override readonly name = 'Conflict';
  readonly key: string;

  constructor(key: string, lastChange: string, options?: ErrorOptions) {
    super(`“${key}”刚被改动：${lastChange}。请看过最新情况再办。`, options);
    this.key = key;
  }
}

/** The park does not exist. */
export class UnknownPark extends Error {
  override readonly name = 'UnknownPark';
  readonly park: string;

  constructor(park: string) {
    super(`no park is called ${JSON.stringify(park)}`);
    this.park = park;
  }
}

/** The storage wrote nothing. The message is for the user, in Chinese. */
export class NotSaved extends Error {
  override readonly name = 'NotSaved';
}
