// The search over everything. Its button is a link to the page of the same search: without a script one gets there by it.

const palette = document.getElementById('palette');
const input = palette?.querySelector('input');

function links() {
  return [...palette.querySelectorAll('.hits a')];
}

function open() {
  if (!palette.open) palette.showModal();
  input.select();
  input.dispatchEvent(new Event('search'));
}

/** Up and down lead through what was found; before its first line is the field. */
function move(step) {
  const stops = [input, ...links()];
  const here = stops.indexOf(document.activeElement);
  stops[Math.min(Math.max(here + step, 0), stops.length - 1)].focus();
}

function press(event) {
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    event.preventDefault();
    move(event.key === 'ArrowDown' ? 1 : -1);
  } else if (event.key === 'Enter' && event.target === input && links().length > 0) {
    event.preventDefault();
    links()[0].click();
  } else if (event.key.length === 1 && event.target !== input && !event.ctrlKey && !event.metaKey && !event.altKey) {
    input.focus();
  }
}

if (palette) {
  document.querySelector('[data-palette]').addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    open();
  });
  document.addEventListener('keydown', (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
      event.preventDefault();
      open();
    }
  });
  palette.addEventListener('keydown', press);
  // Whoever stood on a line that a newer answer has replaced stands in the field again, not nowhere.
  palette.addEventListener('htmx:afterSwap', () => {
    if (palette.open && !palette.contains(document.activeElement)) input.focus();
  });
  // A press beside the box is one on the dialog itself.
  palette.addEventListener('click', (event) => {
    if (event.target === palette) palette.close();
  });
}
