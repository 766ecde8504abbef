import { type Entry, fromBuffer, type ZipFile } from 'yauzl';

/** Bytes that an archive may unpack to in all; a year's plan has some megabytes. */
const LARGEST_UNPACKED = 100 * 1024 * 1024;

/** Files in it; a document has some dozens. */
const MOST_ENTRIES = 2000;

/**
 * Whether an archive unpacks to more than is read. It is unpacked in pieces that are thrown away, as
 * what an archive says of its own size proves nothing.
 *
 * @throws {Error} if it is no archive that can be read.
 */
export function isBomb(bytes: Uint8Array): Promise<boolean> {
  return new Promise((resolve, reject) => {
    fromBuffer(Buffer.from(bytes), { lazyEntries: true }, (fault, zip) => {
      if (fault) reject(fault);
      else if (zip.entryCount > MOST_ENTRIES) resolve(true);
      else walk(zip, resolve, reject);
    });
  });
}

function walk(
  zip: ZipFile,
  resolve: (isBomb: boolean) => void,
  reject: (fault: Error) => void,
): void {
  let unpacked = 0;
  zip.on('error', reject);
  zip.on('end', () => resolve(false));
  zip.on('entry', (entry: Entry) => {
    zip.openReadStream(entry, (fault, stream) => {
      if (fault) return reject(fault);
      stream.on('error', reject);
      stream.on('end', () => zip.readEntry());
      stream.on('data', (piece: Buffer) => {
        unpacked += piece.length;
        if (unpacked <= LARGEST_UNPACKED) return;
        stream.destroy();
        resolve(true);
      });
    });
  });
  zip.readEntry();
}
