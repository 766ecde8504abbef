// Comfort only: every page works without it.
const on = (type, take) => document.addEventListener(type, take);

on('change', ({ target }) => {
  if (target.matches('form[data-auto] select')) target.form.requestSubmit();
});

// A file that is too large is known before it is on its way for minutes.
on('change', ({ target }) => {
  const { megabytes } = target.dataset;
  if (!megabytes || !target.files) return;
  const isLarge = [...target.files].some(({ size }) => size > megabytes * 1024 * 1024);
  target.setCustomValidity(isLarge ? `文件超过 ${megabytes} MB，请去掉图片和附件` : '');
  target.reportValidity();
});

// A form goes out once, and says that it is on its way.
on('submit', (event) => {
  const { target: form, submitter } = event;
  if (form.method !== 'post') return;
  if (form.dataset.sent) return event.preventDefault();
  form.dataset.sent = 'yes';
  if (submitter?.dataset.busy) submitter.textContent = submitter.dataset.busy;
  const bar = form.querySelector('progress');
  if (bar) bar.hidden = false;
});

// A page that comes back from the history may send its forms again.
window.addEventListener('pageshow', () => {
  for (const form of document.forms) delete form.dataset.sent;
});

on('click', ({ target }) => {
  if (target.closest('[data-print]')) window.print();
});

on('keydown', (event) => {
  if (event.target.matches('input, select, textarea') || event.ctrlKey || event.metaKey) return;
  const search = document.querySelector('input[type=search]');
  if (event.key === '/' && search) {
    event.preventDefault();
    search.focus();
  }
  const help = document.getElementById('keys');
  if (event.key === '?' && help) help.open = !help.open;
});

for (const button of document.querySelectorAll('[data-print]')) button.hidden = false;
document.querySelector('.error-summary')?.focus();

// What goes on in parts goes on by itself.
document.querySelector('form[data-go-on]')?.requestSubmit();

for (const box of document.querySelectorAll('[data-all]')) {
  box.hidden = false;
  box.querySelector('input').addEventListener('change', ({ target }) => {
    for (const each of document.querySelectorAll('input[name=draft]'))
      each.checked = target.checked;
  });
}

// Words that are selected in the text of a plan can become a draft: a bar shows them.
const bar = document.querySelector('[data-selection]');

// The place of one end of the selection, in code points of the whole text.
const placeOf = (node, offset) => {
  const start = node.parentElement?.closest('[data-at]')?.dataset.at;
  if (node.nodeType !== Node.TEXT_NODE || start === undefined) return;
  return Number(start) + Array.from(node.data.slice(0, offset)).length;
};

if (bar) {
  on('selectionchange', () => {
    const selection = document.getSelection();
    if (!selection || selection.isCollapsed) return;
    const range = selection.getRangeAt(0);
    const start = placeOf(range.startContainer, range.startOffset);
    const end = placeOf(range.endContainer, range.endOffset);
    const words = selection.toString().trim();
    bar.hidden = start === undefined || end === undefined || words.length < 2;
    if (bar.hidden) return;
    bar.elements.namedItem('start').value = start;
    bar.elements.namedItem('end').value = end;
    bar.querySelector('q').textContent = words.replace(/\s+/g, ' ');
  });
}
