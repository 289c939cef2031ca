// One chart: reads its points, draws them, appends what comes live, and says the same in numbers.

import { number, quantity, duration } from './format.js';
import { bandFill, lineSeries, options } from './chart-options.js';
import { say } from './text.js';

const HEIGHT = 220;
const RETRY = 10_000;
// Points wider than a sample are read again instead of being guessed from live samples; coverage and the reasons of gaps
// come with the points only.
const LEAST_REFRESH = 15_000;
const REFRESH = 60_000;

// What came live while points were being read is appended to them; reading takes no longer than this many slots.
const RECENT = 60;

// A chart shows at least this many rounds of asking, and a minute.
const LEAST_ROUNDS = 30;

/** The first moment that anything is known of, be it a point or the reason of a gap. */
function firstKnown(data) {
  return Math.min(data.times[0] ?? Infinity, ...data.gaps.map((gap) => gap.from));
}

export class ChartFigure {
  /** view: {range, zoom}, shared by all charts of the page; zoom(stretch or null) changes it. */
  constructor(figure, view, zoom) {
    this.figure = figure;
    this.view = view;
    this.unit = figure.dataset.unit;
    this.stepped = /(^|\.)(state|status)$/.test(figure.dataset.kind);
    this.gaps = [];
    this.recent = [];
    this.onZoom = (stretch) => zoom(stretch);
    this.onBack = () => zoom(null);
    this.lines = [...figure.querySelectorAll('tr[data-series]')].map((row) => ({
      id: row.dataset.series,
      name: row.querySelector('th').textContent.trim(),
      row,
    }));
    this.plotBox = this.field('plot');
    this.observer = new ResizeObserver(() => this.resize());
    this.observer.observe(this.plotBox);
    this.dark = matchMedia('(prefers-color-scheme: dark)');
    this.redraw = () => this.draw();
    this.dark.addEventListener('change', this.redraw);
  }

  field(name) {
    return this.figure.querySelector(`[data-field="${name}"]`);
  }

  /** Reads the points of the window anew. An answer that comes after a newer question is dropped. */
  async load() {
    const asked = (this.asked ?? 0) + 1;
    this.asked = asked;
    if (!this.data) this.figure.setAttribute('aria-busy', 'true');
    const now = Date.now() / 1000;
    const { from, to } = this.view.zoom ?? { from: now - this.view.range, to: now };
    try {
      let data = await this.points(from, to);
      const first = firstKnown(data);
      // A young series is drawn as finely as its own length allows.
      if (data.step !== null && !this.view.zoom && first > (from + to) / 2 && first < to) data = await this.points(first, to);
      if (asked === this.asked) this.show(data, from, to);
    } catch (error) {
      if (asked === this.asked) this.failed(error);
    }
  }

  async points(from, to) {
    const start = Math.floor(from);
    const query = `&from=${start}&to=${Math.max(Math.ceil(to), start + 1)}&points=${this.width()}`;
    const answer = await fetch(this.figure.dataset.points + query, { headers: { Accept: 'application/json' } });
    if (!answer.ok) throw new Error(`HTTP ${answer.status}`);
    return answer.json();
  }

  show(data, from, to) {
    this.data = data;
    this.window = this.view.zoom ? { from, to } : this.windowUntil(to);
    this.loaded = Date.now();
    this.gaps = data.gaps;
    this.columns = [data.times];
    this.spread = data.step !== null;
    data.series.forEach((series, i) => {
      this.lines[i].column = this.columns.length;
      this.columns.push(series.avg);
      if (this.spread) this.columns.push(series.min, series.max);
    });
    this.figure.removeAttribute('aria-busy');
    if (this.follows()) this.recent.forEach(([seconds, values]) => this.extend(seconds, values));
    this.draw();
    this.summarise();
  }

  /** Whether live samples are drawn as they are: they are not beside averages, nor in a stretch of the past. */
  follows() {
    return !this.spread && !this.view.zoom;
  }

  failed(error) {
    console.warn('the chart could not be loaded', error);
    this.figure.removeAttribute('aria-busy');
    this.message('js.chart.error');
    clearTimeout(this.retry);
    this.retry = setTimeout(() => this.load(), RETRY);
  }

  /** Appends the samples of one slot that are this chart's; drawn by flush. */
  append(seconds, values) {
    if (!this.lines.some((line) => line.id in values)) return;
    this.recent.push([seconds, values]);
    if (this.recent.length > RECENT) this.recent.shift();
    this.lines.forEach((line) => {
      if (line.id in values) line.live = values[line.id];
    });
    if (!this.data) return;
    this.changed = true;
    if (this.follows()) this.extend(seconds, values);
  }

  extend(seconds, values) {
    const times = this.columns[0];
    const last = times.at(-1) ?? -Infinity;
    if (seconds < last) return;
    if (seconds > last) {
      if (seconds - last > 1.5 * this.data.interval && times.length > 0) this.row(last + this.data.interval / 2, {});
      this.row(seconds, values);
    } else {
      this.lines.forEach((line) => {
        if (line.id in values) this.columns[line.column][times.length - 1] = values[line.id];
      });
    }
  }

  row(seconds, values) {
    this.columns[0].push(seconds);
    this.lines.forEach((line) => this.columns[line.column].push(values[line.id] ?? null));
  }

  flush() {
    if (!this.changed) return;
    this.changed = false;
    if (!this.view.zoom) this.follow();
    this.summarise();
  }

  /** Time goes on even when no data comes: that is when one must see it. */
  tick() {
    if (!this.data || this.view.zoom) return;
    const age = Date.now() - this.loaded;
    const due = this.spread ? Math.max(LEAST_REFRESH, this.data.step * 500) : REFRESH;
    if (age > due && this.loading !== this.asked) {
      this.loading = this.asked + 1;
      this.load();
    } else {
      this.follow();
    }
  }

  follow() {
    const now = Date.now() / 1000;
    Object.assign(this.window, this.windowUntil(now));
    const times = this.columns[0];
    let old = 0;
    while (old < times.length && times[old] < this.window.from) old++;
    if (old > 0) this.columns.forEach((column) => column.splice(0, old));
    if (this.plot && times.length > 0) this.plot.setData(this.columns);
    else this.draw();
  }

  /** The range that ends then; it begins later where nothing is known of what was before, so that a young series is seen. */
  windowUntil(to) {
    const first = Math.min(firstKnown(this.data), to - Math.max(60, LEAST_ROUNDS * this.data.interval));
    return { from: Math.max(to - this.view.range, first), to };
  }

  draw() {
    if (!this.data) return;
    this.plot?.destroy();
    this.plot = undefined;
    const empty = this.columns.slice(1).every((column) => column.every((value) => value === null));
    this.message(empty ? 'js.chart.empty' : null);
    this.plotBox.hidden = empty && this.gaps.length === 0;
    if (this.plotBox.hidden) return;
    this.series = this.lines.flatMap((line, i) => lineSeries(i, this.spread, this.stepped));
    this.bands = this.spread
      ? this.lines.map((line, i) => ({ series: [line.column + 2, line.column + 1], fill: bandFill(i) }))
      : [];
    this.plot = new uPlot(options(this, this.width(), HEIGHT, this.window), this.columns, this.plotBox);
  }

  /** Latest, least, mean and greatest of each line: the chart for those who do not see it. */
  summarise() {
    for (const line of this.lines) {
      const avg = this.columns[line.column].filter((value) => value !== null);
      const low = this.spread ? this.columns[line.column + 1].filter((value) => value !== null) : avg;
      const high = this.spread ? this.columns[line.column + 2].filter((value) => value !== null) : avg;
      const put = (name, value) => {
        line.row.querySelector(`[data-field="${name}"]`).textContent = avg.length === 0 ? '–' : quantity(value, this.unit);
      };
      put('latest', this.view.zoom ? avg.at(-1) : (line.live ?? avg.at(-1)));
      put('min', low.reduce((a, b) => Math.min(a, b), Infinity));
      put('avg', avg.reduce((a, b) => a + b, 0) / avg.length);
      put('max', high.reduce((a, b) => Math.max(a, b), -Infinity));
    }
    this.tell();
    const coverage = this.field('coverage');
    const step = this.spread ? `${say('js.chart.average', duration(this.data.step))}, ` : '';
    coverage.textContent = step + say('js.chart.coverage', number(Math.floor(this.data.coverage * 1000) / 10));
    coverage.title = say('js.chart.coverage.title');
    coverage.dataset.low = String(this.data.coverage < 0.95);
  }

  /** What is drawn, for who looks at the chart from outside: how many points, from when to when. */
  tell() {
    const [times, ...values] = this.columns;
    const drawn = times.filter((time, i) => values.some((column) => column[i] !== null));
    Object.assign(this.figure.dataset, { count: drawn.length, from: drawn[0] ?? '', until: drawn.at(-1) ?? '' });
  }

  message(key) {
    const message = this.field('message');
    message.hidden = key === null;
    message.textContent = key === null ? '' : say(key);
  }

  reveal() {
    this.figure.scrollIntoView({ block: 'nearest', behavior: 'smooth' });
    this.figure.classList.add('shown');
    setTimeout(() => this.figure.classList.remove('shown'), 1500);
  }

  width() {
    return Math.max(200, Math.floor(this.plotBox.clientWidth || this.figure.clientWidth));
  }

  resize() {
    if (this.plot && this.plot.width !== this.width()) this.plot.setSize({ width: this.width(), height: HEIGHT });
  }

  destroy() {
    this.observer.disconnect();
    this.dark.removeEventListener('change', this.redraw);
    clearTimeout(this.retry);
    this.asked = Infinity;
    this.plot?.destroy();
  }
}
