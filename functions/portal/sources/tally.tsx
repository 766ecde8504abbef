import type { JSX } from 'hono/jsx/jsx-runtime';
import type { Account, TextFate } from '../../domain/sources/account.ts';

/** Fates in Chinese. */
export const fateName: Readonly<Record<TextFate, string>> = {
  draft: '草稿',
  part: '草稿的一部分',
  passed: '未列入',
};

const figures = new Intl.NumberFormat('zh-CN');

/** `1,471`. */
export const countWords = (count: number): string => figures.format(count);

/** Where the characters of the text went. */
export const TextTally = ({ account }: { readonly account: Account }): JSX.Element => {
  const { counts, total, unaccounted, sentences } = account;
  return (
    <div class="tally">
      <Bar account={account} />
      <span>
        共 {countWords(sentences.length)} 句 {countWords(total)} 字：
      </span>
      <span>
        <Swatch fate="draft" />
        草稿 {countWords(counts.draft)}
      </span>
      <span>
        <Swatch fate="part" />
        草稿的一部分 {countWords(counts.part)}
      </span>
      <span>
        <Swatch fate="passed" />
        未列入，写明原因 {countWords(counts.passed)}
      </span>
      <b>没有交代的 {countWords(unaccounted)} 字</b>
    </div>
  );
};

const Bar = ({ account: { counts, total } }: { readonly account: Account }): JSX.Element => {
  const share = (count: number): string => `${((count / Math.max(1, total)) * WHOLE).toFixed(2)}%`;
  return (
    <svg role="img" aria-label="全文字数的去向">
      <rect class="fate-draft" width={share(counts.draft)} height="100%" />
      <rect class="fate-part" x={share(counts.draft)} width={share(counts.part)} height="100%" />
      <rect
        class="fate-passed"
        x={share(counts.draft + counts.part)}
        width={share(counts.passed)}
        height="100%"
      />
    </svg>
  );
};

const WHOLE = 100;

const Swatch = ({ fate }: { readonly fate: TextFate }): JSX.Element => (
  <svg class="swatch" aria-hidden="true">
    <rect class={`fate-${fate}`} width="100%" height="100%" />
  </svg>
);
