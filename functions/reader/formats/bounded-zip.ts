import { zipSync } from 'fflate';
import { type Entry, fromBuffer, type ZipFile } from 'yauzl';
import { BadInput } from '../../domain/base/problems.ts';

/** The XML files of an archive by their names. */
export type Parts = ReadonlyMap<string, Uint8Array>;

const MEGABYTE = 1024 * 1024;

/** Largest unpacked size, in bytes; an annual plan has some megabytes. */
const LARGEST_UNPACKED = 100 * MEGABYTE;

/** Largest unpacked size of its XML, in bytes. Parsing takes many times as much memory. */
const LARGEST_XML = 32 * MEGABYTE;

/** Most files in an archive; a document has some dozens. */
const MOST_ENTRIES = 2000;

/**
 * Unpacks the XML of an archive. The sizes that an archive declares cannot be trusted, so it is
 * unpacked as a stream and stopped at the limits.
 *
 * @param file - its name, for messages.
 * @throws {BadInput} if it exceeds the limits.
 * @throws {Error} if it is not a readable archive.
 */
export function unpack(bytes: Uint8Array, file: string): Promise<Parts> {
  return new Promise((resolve, reject) => {
    fromBuffer(Buffer.from(bytes), { lazyEntries: true }, (fault, zip) => {
      if (fault) reject(fault);
      else if (zip.entryCount > MOST_ENTRIES) reject(tooMany(zip.entryCount, file));
      else walk(zip, file, resolve, reject);
    });
  });
}

/**
 * An archive of `parts` only. Packages that unpack by themselves get this one, since they could
 * find other files in the original than {@link unpack} does.
 */
export const pack = (parts: Parts): Buffer =>
  Buffer.from(zipSync(Object.fromEntries(parts), { level: 0 }));

function walk(
  zip: ZipFile,
  file: string,
  resolve: (parts: Parts) => void,
  reject: (fault: Error) => void,
): void {
  const parts = new Map<string, Uint8Array>();
  let [unpacked, xml] = [0, 0];
  zip.on('error', reject);
  zip.on('end', () => resolve(parts));
  zip.on('entry', (entry: Entry) => {
    const isXml = /\.(?:xml|rels)$/u.test(entry.fileName);
    zip.openReadStream(entry, (fault, stream) => {
      if (fault) return reject(fault);
      const pieces: Buffer[] = [];
      stream.on('error', reject);
      stream.on('end', () => {
        if (isXml) parts.set(entry.fileName, Buffer.concat(pieces));
        zip.readEntry();
      });
      stream.on('data', (piece: Buffer) => {
        unpacked += piece.length;
        if (isXml) {
          xml += piece.length;
          pieces.push(piece);
        }
        if (unpacked <= LARGEST_UNPACKED && xml <= LARGEST_XML) return;
        stream.destroy();
        reject(tooLarge(xml > LARGEST_XML, file));
      });
    });
  });
  zip.readEntry();
}

function tooLarge(isXml: boolean, place: string): BadInput {
  const message = isXml ? '文件里的文字解压后超过 32 MB' : '文件解压后超过 100 MB';
  const remedy = isXml
    ? '请删去空白的行列和多余的格式，只留正文，再试一次'
    : '请去掉图片和附件，只留正文，再试一次';
  return new BadInput([{ place, message, remedy }]);
}

function tooMany(count: number, place: string): BadInput {
  const message = `压缩包里有 ${count} 个文件，最多读 ${MOST_ENTRIES} 个`;
  return new BadInput([{ place, message, remedy: '请去掉图片和附件，只留正文，再试一次' }]);
}
