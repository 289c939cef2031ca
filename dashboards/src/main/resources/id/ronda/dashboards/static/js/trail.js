// The audit trail as a file: page by page of the list, as CSV, put together in the browser.

import { say } from './text.js';
import { tell } from './api.js';

const MOST_PAGES = 50;
const button = document.getElementById('export');
const problem = document.getElementById('export-problem');
const progress = document.getElementById('export-progress');

/** The address behind rel="next" of a Link header (RFC 8288); null on the last page. */
function next(answer) {
  return /<([^>]+)>;\s*rel="next"/.exec(answer.headers.get('Link') ?? '')?.[1] ?? null;
}

async function parts() {
  const texts = [];
  let path = button.dataset.file;
  while (path && texts.length < MOST_PAGES) {
    const answer = await fetch(path, { headers: { Accept: 'text/csv' } });
    if (!answer.ok) throw new Error(String(answer.status));
    const text = await answer.text();
    // Every page has the head; the file has it once.
    texts.push(texts.length === 0 ? text : text.slice(text.indexOf('\n') + 1));
    progress.textContent = say('js.trail.progress', texts.length);
    path = next(answer);
  }
  return { texts, cut: path !== null };
}

button.addEventListener('click', async () => {
  button.disabled = true;
  tell(problem, '');
  try {
    const { texts, cut } = await parts();
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob(texts, { type: 'text/csv;charset=utf-8' }));
    link.download = `${button.dataset.name}.csv`;
    link.click();
    URL.revokeObjectURL(link.href);
    progress.textContent = cut ? say('js.trail.cut', MOST_PAGES * 1000) : '';
  } catch {
    progress.textContent = '';
    tell(problem, say('js.signin.broken'));
  } finally {
    button.disabled = false;
  }
});
