// Buttons that put a value on the clipboard, and the line that says so.

import { say } from './text.js';

const SHOWN = 4000;
const toast = document.getElementById('toast');
let timer;

/** Says something for a moment; a screen reader reads it too. */
export function announce(text) {
  toast.textContent = text;
  clearTimeout(timer);
  timer = setTimeout(() => { toast.textContent = ''; }, SHOWN);
}

// Without TLS a browser gives the clipboard only to pages of the same machine: then the value itself is shown.
async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    announce(say('js.copy.done', text));
  } catch {
    announce(say('js.copy.failed', text));
  }
}

document.addEventListener('click', (event) => {
  const button = event.target.closest('[data-copy]');
  if (button) copy(button.dataset.copy);
});
