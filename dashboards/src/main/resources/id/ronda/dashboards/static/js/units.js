// The tree of offices: found by a word, folded when it is long, filled from a file.

import { reason, send, tell, trouble } from './api-form.js';
import { say } from './text.js';

const MANY = 60;
const tree = document.getElementById('units');

/** Gives each unit that has others below it a button that folds them. */
function foldable(item) {
  const below = item.querySelector(':scope > ul');
  if (!below) return;
  const name = item.querySelector(':scope > .unit a').textContent;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'fold';
  button.setAttribute('aria-label', say('js.units.below', name));
  button.addEventListener('click', () => fold(item, !below.hidden));
  item.querySelector(':scope > .unit').prepend(button);
  fold(item, false);
}

function fold(item, closed) {
  const button = item.querySelector(':scope > .unit > .fold');
  if (!button) return;
  item.querySelector(':scope > ul').hidden = closed;
  button.setAttribute('aria-expanded', String(!closed));
}

/** Shows the units that are called so, with those above them; says how many they are. */
function find(words) {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  const items = [...tree.querySelectorAll('li')];
  items.forEach((item) => { item.hidden = wanted.length > 0; });
  const found = items.filter((item) => {
    const text = item.querySelector('.unit').textContent.toLowerCase();
    return wanted.every((word) => text.includes(word));
  });
  found.forEach((item) => {
    item.hidden = false;
    for (let above = item.parentElement.closest('li'); above; above = above.parentElement.closest('li')) {
      above.hidden = false;
      fold(above, false);
    }
  });
  document.querySelector('#unit-filter .result').textContent = wanted.length > 0 ? say('js.units.found', found.length) : '';
}

if (tree) {
  const items = [...tree.querySelectorAll('li')];
  items.forEach(foldable);
  if (items.length > MANY) items.forEach((item) => fold(item, true));
  const filter = document.getElementById('unit-filter');
  filter.addEventListener('submit', (event) => event.preventDefault());
  filter.querySelector('input').addEventListener('input', (event) => find(event.target.value));
}

const form = document.getElementById('unit-import');
const fates = document.getElementById('unit-fates');

function showFates(rows) {
  const body = fates.querySelector('tbody');
  body.replaceChildren();
  rows.forEach((row) => {
    const line = body.insertRow();
    line.dataset.fate = row.status;
    line.insertCell().textContent = row.row;
    line.insertCell().textContent = say(`js.fate.${row.status}`);
    line.insertCell().textContent = row.errors.map((error) => `${error.field.slice(1)} ${reason(error)}`.trim()).join(' · ');
  });
  fates.hidden = false;
  fates.focus();
}

form?.addEventListener('submit', async (event) => {
  event.preventDefault();
  const problem = form.querySelector('.problem');
  tell(problem, '');
  const text = await form.elements.file.files[0].text();
  const answer = await send('POST /api/v1/units', { body: text, type: 'text/csv' });
  if (answer?.ok) showFates((await answer.json()).items);
  else tell(problem, (await trouble(answer)).map((error) => `${error.field.replace('/1/', '')} ${reason(error)}`.trim()).join(' · '));
});
