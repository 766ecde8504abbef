import { type Entry, fromBuffer, type ZipFile } from 'yauzl';

/** The files of an archive by their names. */
export type Parts = ReadonlyMap<string, Uint8Array>;

/**
 * The XML files of an archive. Bytes must have passed the bound on what an archive may unpack to.
 *
 * @throws {Error} if it is no archive that can be read.
 */
export function xmlParts(bytes: Uint8Array): Promise<Parts> {
  return new Promise((resolve, reject) => {
    fromBuffer(Buffer.from(bytes), { lazyEntries: true }, (fault, zip) => {
      if (fault) reject(fault);
      else collect(zip, { resolve, reject });
    });
  });
}

type Settle = {
  readonly resolve: (parts: Parts) => void;
  readonly reject: (fault: Error) => void;
};

function collect(zip: ZipFile, { resolve, reject }: Settle): void {
  const parts = new Map<string, Uint8Array>();
  zip.on('error', reject);
  zip.on('end', () => resolve(parts));
  zip.on('entry', (entry: Entry) => {
    if (!/\.(?:xml|rels)$/u.test(entry.fileName)) return zip.readEntry();
    zip.openReadStream(entry, (fault, stream) => {
      if (fault) return reject(fault);
      const pieces: Buffer[] = [];
      stream.on('error', reject);
      stream.on('data', (piece: Buffer) => pieces.push(piece));
      stream.on('end', () => {
        parts.set(entry.fileName, Buffer.concat(pieces));
        zip.readEntry();
      });
    });
  });
  zip.readEntry();
}
