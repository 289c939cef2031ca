// The list of devices: states, last answers and counts move while one looks.

import { locale } from './text.js';
import { Live, showState } from './live.js';
import { setTime } from './page.js';

const mark = document.getElementById('live');
const newest = document.getElementById('newest');
const whole = new Intl.NumberFormat(locale);

function path() {
  const ids = document.getElementById('devices').dataset.ids;
  return `${mark.dataset.source}?ids=${ids}`;
}

function showDevice(state) {
  const row = document.querySelector(`tr[data-device="${state.id}"]`);
  if (!row) return;
  row.dataset.status = state.status;
  showState(row.querySelector('.state'), state);
  const answer = row.querySelector('[data-field="ago"]');
  setTime(answer, state.lastAnswer);
  if (answer) answer.title = state.lastAnswerText ?? '';
  row.querySelector('[data-field="failure"]').textContent = state.failure;
  row.querySelector('[data-field="advice"]').textContent = state.advice;
  if (state.lastAnswer && !(newest.dateTime && Date.parse(newest.dateTime) >= Date.parse(state.lastAnswer))) {
    setTime(newest, state.lastAnswer);
  }
}

function showCounts(counts) {
  for (const [state, count] of Object.entries(counts)) {
    const number = document.querySelector(`[data-count="${state}"]`);
    if (!number) continue;
    number.textContent = whole.format(count);
    if (count === 0) number.parentElement.dataset.zero = 'true';
    else delete number.parentElement.dataset.zero;
  }
}

const live = new Live(mark, path(), {
  states: (event) => {
    event.devices.forEach(showDevice);
    showCounts(event.counts);
  },
});

// A filter brings other rows.
document.addEventListener('htmx:afterSettle', () => live.move(path()));
