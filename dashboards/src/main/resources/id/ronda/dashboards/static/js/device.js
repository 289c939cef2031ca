// The page of one device: its charts share one window of time, and what happens now is written into charts and tables.

import { quantity } from './format.js';
import { Live, showState } from './live.js';
import { setTime } from './page.js';
import { ChartFigure } from './chart.js';

const head = document.getElementById('device');
const mark = document.getElementById('live');
const newest = document.getElementById('newest');
const interval = Number(head.dataset.interval);
const charts = new Map();

// The window of time that all charts show: the last `range` seconds, or a zoomed stretch.
const view = { range: 3600, zoom: null };

function mount(figure) {
  const chart = new ChartFigure(figure, view, zoom);
  charts.set(figure.dataset.ids, chart);
  figure.querySelector('[data-action="close"]').addEventListener('click', () => close(figure));
  chart.load();
  document.getElementById('no-charts').hidden = true;
}

function close(figure) {
  charts.get(figure.dataset.ids)?.destroy();
  charts.delete(figure.dataset.ids);
  figure.remove();
  document.getElementById('no-charts').hidden = charts.size > 0;
}

function reload() {
  charts.forEach((chart) => chart.load());
}

function zoom(stretch) {
  view.zoom = stretch;
  document.querySelector('[data-action="unzoom"]').hidden = stretch === null;
  charts.forEach((chart) => chart.figure.setAttribute('aria-busy', 'true'));
  reload();
}

for (const button of document.querySelectorAll('[data-range]')) {
  button.addEventListener('click', () => {
    view.range = Number(button.dataset.range);
    document.querySelectorAll('[data-range]').forEach((other) => other.setAttribute('aria-pressed', String(other === button)));
    zoom(null);
  });
}
document.querySelector('[data-action="unzoom"]').addEventListener('click', () => zoom(null));

// A chart that is already there is shown instead of being fetched again.
document.addEventListener('htmx:beforeRequest', (event) => {
  const shown = charts.get(event.target.dataset?.chart);
  if (shown) {
    event.preventDefault();
    shown.reveal();
  }
});
document.addEventListener('htmx:afterSettle', () => {
  for (const figure of document.querySelectorAll('figure.chart')) {
    if (!charts.has(figure.dataset.ids)) {
      mount(figure);
      charts.get(figure.dataset.ids).reveal();
    }
  }
});

function showSamples(event) {
  const cells = new Map();
  for (const { t, v } of event.slots) {
    for (const [series, value] of Object.entries(v)) cells.set(series, { t, value });
    charts.forEach((chart) => chart.append(t, v));
  }
  charts.forEach((chart) => chart.flush());
  cells.forEach(({ t, value }, series) => showValue(series, t, value));
  const last = event.slots.at(-1);
  if (last) setTime(newest, new Date(last.t * 1000).toISOString());
  checkAge();
}

function showValue(series, t, value) {
  for (const cell of document.querySelectorAll(`td[data-series="${series}"][data-unit]`)) {
    cell.textContent = quantity(value, cell.dataset.unit);
  }
  for (const time of document.querySelectorAll(`time[data-time-of="${series}"]`)) {
    setTime(time, new Date(t * 1000).toISOString());
  }
}

function showDevice(event) {
  const state = event.devices[0];
  if (!state) return;
  // What a device has is known only now: the page has no tables for it yet.
  if (head.dataset.status === 'discovering' && state.status !== 'discovering') {
    location.reload();
    return;
  }
  head.dataset.status = state.status;
  showState(head.querySelector('.state'), state);
  // A gap has begun or ended: its reason comes with the points.
  if (head.dataset.failure !== state.failure) setTimeout(reload, 1000);
  head.dataset.failure = state.failure;
  setTime(head.querySelector('[data-field="ago"]'), state.lastAnswer);
  const failure = document.getElementById('failure');
  failure.hidden = state.advice === '';
  failure.dataset.status = state.status;
  failure.querySelector('[data-field="failure"]').textContent = state.failure;
  failure.querySelector('[data-field="advice"]').textContent = state.advice;
}

document.querySelectorAll('figure.chart').forEach(mount);

const live = new Live(mark, mark.dataset.source, { samples: showSamples, states: showDevice, reload, begun: reload, resumed: reload });

// Data older than three rounds of asking is not what one thinks of as now.
function checkAge() {
  const age = newest.dateTime ? (Date.now() - Date.parse(newest.dateTime)) / 1000 : Infinity;
  live.stale(age > Math.max(30, 3 * interval));
}

checkAge();
setInterval(() => {
  checkAge();
  if (!document.hidden) charts.forEach((chart) => chart.tick());
}, 2000);
