// Comfort only: each date can be typed in its own row without it.
const fields = [...document.querySelectorAll('.date-column input[name=due]')];

for (const [at, field] of fields.entries()) {
  field.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && !event.isComposing) {
      event.preventDefault();
      fields[at + 1]?.focus();
    }
    if (event.key === 'd' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      if (at > 0) field.value = fields[at - 1].value;
    }
  });
  // A column of a spreadsheet fills downwards from the row it is pasted into.
  field.addEventListener('paste', (event) => {
    const lines = event.clipboardData
      .getData('text/plain')
      .replace(/\r?\n$/, '')
      .split(/\r?\n/);
    if (lines.length < 2) return;
    event.preventDefault();
    for (const [down, line] of lines.entries()) {
      const target = fields[at + down];
      if (target) target.value = line.split('\t')[0].trim();
    }
  });
}

for (const button of document.querySelectorAll('[data-fill]')) {
  button.addEventListener('click', (event) => {
    const one = document.querySelector('.date-column input[name=one]').value.trim();
    if (one === '') return;
    event.preventDefault();
    for (const field of fields) {
      const isPicked = field.closest('tr').querySelector('input[name=pick]').checked;
      const isMeant = button.dataset.fill === 'picked' ? isPicked : field.value.trim() === '';
      if (isMeant) field.value = one;
    }
  });
}
