/** Calls that are under way at once: enough to hide the way to the table, too few to be throttled. */
const ABREAST = 10;

/** What `work` makes of each of `all`, in their order, some of them at the same time. */
export async function sideBySide<Each, Answer>(
  all: readonly Each[],
  work: (each: Each) => Promise<Answer>,
): Promise<readonly Answer[]> {
  const answers: Answer[] = [];
  for (let from = 0; from < all.length; from += ABREAST) {
    answers.push(...(await Promise.all(all.slice(from, from + ABREAST).map(work))));
  }
  return answers;
}
