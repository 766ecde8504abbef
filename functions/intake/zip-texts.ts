import { type Entry, fromBuffer, type ZipFile } from 'yauzl';

/**
 * The files of an archive whose names are wanted, as text (UTF-8). Bytes must have passed the bound on
 * what an archive may unpack to.
 *
 * @throws {Error} if it is no archive that can be read.
 */
export function zipTexts(
  bytes: Uint8Array,
  isWanted: (name: string) => boolean,
): Promise<ReadonlyMap<string, string>> {
  return new Promise((resolve, reject) => {
    fromBuffer(Buffer.from(bytes), { lazyEntries: true }, (fault, zip) => {
      if (fault) reject(fault);
      else collect(zip, isWanted, { resolve, reject });
    });
  });
}

type Settle = {
  readonly resolve: (texts: ReadonlyMap<string, string>) => void;
  readonly reject: (fault: Error) => void;
};

function collect(
  zip: ZipFile,
  isWanted: (name: string) => boolean,
  { resolve, reject }: Settle,
): void {
  const texts = new Map<string, string>();
  zip.on('error', reject);
  zip.on('end', () => resolve(texts));
  zip.on('entry', (entry: Entry) => {
    if (!isWanted(entry.fileName)) return zip.readEntry();
    zip.openReadStream(entry, (fault, stream) => {
      if (fault) return reject(fault);
      const pieces: Buffer[] = [];
      stream.on('error', reject);
      stream.on('data', (piece: Buffer) => pieces.push(piece));
      stream.on('end', () => {
        texts.set(entry.fileName, Buffer.concat(pieces).toString('utf8'));
        zip.readEntry();
      });
    });
  });
  zip.readEntry();
}
