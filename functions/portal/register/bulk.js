// Comfort only: rows can be chosen one by one without it.
const ROW = '.bulk-choice :is(input[name=task], input[name=pick])[type=checkbox]';
const boxes = () => [...document.querySelectorAll(`${ROW}:not(:disabled)`)];
const count = document.querySelector('.bulk-count[data-count]');
let last = null;

function show() {
  const all = boxes();
  const chosen = all.filter((box) => box.checked).length;
  if (count) count.textContent = `已选${chosen}项`;
  const head = document.querySelector('[data-pick-all] input');
  if (!head) return;
  head.checked = all.length > 0 && chosen === all.length;
  head.indeterminate = chosen > 0 && chosen < all.length;
}

// Shift takes the range from the box that was pressed last.
document.addEventListener('click', (event) => {
  const box = event.target;
  if (!box.matches?.(ROW)) return;
  const all = boxes();
  const [a, b] = [all.indexOf(last), all.indexOf(box)].toSorted((x, y) => x - y);
  if (event.shiftKey && a >= 0) {
    for (const each of all.slice(a, b + 1)) each.checked = box.checked;
  }
  last = box;
  show();
});

for (const label of document.querySelectorAll('[data-pick-all]')) {
  label.hidden = boxes().length === 0;
  label.querySelector('input').addEventListener('change', ({ target }) => {
    for (const box of boxes()) box.checked = target.checked;
    show();
  });
}
window.addEventListener('pageshow', show);
show();
