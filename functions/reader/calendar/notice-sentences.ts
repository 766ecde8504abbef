/** A line that begins something new: a number, a festival, the signature, or nothing at all. */
const BEGINS =
  /^(?:$|[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[）)]|\d{1,2}[.、．](?!\d)|元旦|春节|清明|劳动节|[“"]?五一|端午|中秋|国庆|国务院办公厅)/u;

/** A line that ends whole; what is shorter than a wrapped line is a heading of its own. */
const ENDS = /[。；;：:！!]$/u;
const SHORTEST_WRAPPED = 16;

/** The sentences of a pasted notice as they are shown: without blanks, wrapped lines joined. */
export function noticeSentences(text: string): readonly string[] {
  const paragraphs: string[] = [];
  let isOpen = false;
  for (const line of text.split(/\r?\n/u).map((each) => each.replace(/[\s\u3000]+/gu, ''))) {
    const last = paragraphs.at(-1);
    if (isOpen && last !== undefined && !BEGINS.test(line)) {
      paragraphs[paragraphs.length - 1] = last + line;
    } else if (line !== '') paragraphs.push(line);
    isOpen = line.length >= SHORTEST_WRAPPED && !ENDS.test(line);
  }
  return paragraphs.flatMap(
    (paragraph) => paragraph.match(/.+?(?:[。；;！!]|如下[：:]|$)/gu) ?? [],
  );
}

/** Marks of full width, and the dashes and tildes that stand for 至, as the reader takes them. */
export const plainMarks = (sentence: string): string =>
  sentence
    .replace(/[\uFF01-\uFF5E]/gu, (mark) =>
      String.fromCodePoint((mark.codePointAt(0) ?? 0) - 0xfee0),
    )
    .replace(/[—–―─~〜-]+/gu, '至')
    .replace(/[〔［[]/gu, '(')
    .replace(/[〕］\]]/gu, ')');
