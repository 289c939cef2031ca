// How a chart looks: axes in human units, gaps shaded, a tooltip that says value or reason.

import { absolute, axisFactor, day, quantity, timeOfDay } from './format.js';
import { say } from './text.js';

const DASHES = [[], [8, 4], [2, 3], [10, 3, 2, 3], [5, 5], [1, 4]];

/** A colour of the stylesheet, so that light and dark are decided in one place. */
export function colour(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

function timeTicks(plot, splits) {
  const span = plot.scales.x.max - plot.scales.x.min;
  let lastDay = '';
  return splits.map((seconds) => {
    const date = new Date(seconds * 1000);
    if (span > 5 * 86400) return day(date);
    const today = day(date);
    const text = timeOfDay(date, span < 600);
    const shown = today === lastDay || span < 43200 ? text : `${text}\n${today}`;
    lastDay = today;
    return shown;
  });
}

// uPlot lays them on the office's midnight, which tzDate tells it.
const TIME_STEPS = [1, 5, 10, 15, 30, 60, 300, 600, 900, 1800, 3600, 7200, 10800, 21600, 43200, 86400, 172800, 604800];

/** Shades the gaps behind the lines. */
function shadeGaps(gaps) {
  return (plot) => {
    const { ctx, bbox } = plot;
    ctx.save();
    ctx.fillStyle = colour('--gap');
    for (const gap of gaps()) {
      const from = Math.max(plot.valToPos(gap.from, 'x', true), bbox.left);
      const to = Math.min(plot.valToPos(gap.to ?? plot.scales.x.max, 'x', true), bbox.left + bbox.width);
      if (to > from) ctx.fillRect(from, bbox.top, Math.max(to - from, 1), bbox.height);
    }
    ctx.restore();
  };
}

/** The gap at a moment, if there is one. */
function gapAt(gaps, seconds) {
  return gaps.find((gap) => seconds >= gap.from && seconds < (gap.to ?? Infinity));
}

/** A small box beside the cursor: the time and each line's value, or why there is none. */
function tooltip(chart) {
  const box = document.createElement('div');
  box.className = 'tip';
  box.hidden = true;
  return {
    hooks: {
      init: (plot) => plot.over.append(box),
      setCursor: (plot) => {
        const { left, top, idx } = plot.cursor;
        box.hidden = left < 0;
        if (left < 0) return;
        fillTip(box, chart, plot, plot.posToVal(left, 'x'), idx);
        const right = left > plot.over.clientWidth / 2;
        box.style.left = right ? '' : `${left + 12}px`;
        box.style.right = right ? `${plot.over.clientWidth - left + 12}px` : '';
        box.style.top = `${Math.max(0, Math.min(top, plot.over.clientHeight - box.offsetHeight))}px`;
      },
    },
  };
}

function fillTip(box, chart, plot, seconds, idx) {
  const gap = gapAt(chart.gaps, seconds);
  const values = idx == null ? [] : chart.lines.map((line) => plot.data[line.column][idx]);
  const missing = values.every((value) => value == null);
  const at = missing || idx == null ? seconds : plot.data[0][idx];
  const rows = missing
    ? [gap ? say('js.chart.gap', gap.reason) : say('js.chart.gap.unnamed')]
    : chart.lines.map((line, i) => `${line.name}: ${values[i] == null ? '–' : quantity(values[i], chart.unit)}`);
  box.replaceChildren(...[absolute(new Date(at * 1000)), ...rows].map((text) => {
    const row = document.createElement('div');
    row.textContent = text;
    return row;
  }));
}

/** The options of uPlot for a chart: {unit, lines: [{name, column, low, high}], gaps, onZoom, onBack}. */
export function options(chart, width, height, window) {
  const ink = colour('--ink-soft');
  const grid = { stroke: colour('--grid'), width: 1 };
  const factor = axisFactor(chart.unit);
  return {
    width,
    height,
    tzDate: (seconds) => uPlot.tzDate(new Date(seconds * 1000), document.documentElement.dataset.zone),
    scales: {
      x: { time: true, range: () => [window.from, window.to] },
      y: { range: (plot, min, max) => roundRange(min, max, chart.unit) },
    },
    legend: { show: false },
    cursor: {
      y: false,
      drag: { x: true, y: false, setScale: false },
      sync: { key: 'device', scales: ['x', null] },
      points: { size: 7 },
      bind: { dblclick: () => () => chart.onBack() },
    },
    axes: [
      { stroke: ink, grid, ticks: grid, incrs: TIME_STEPS, values: timeTicks, space: 72, size: window.to - window.from < 43200 || window.to - window.from > 432000 ? 30 : 44, font: '12px system-ui, sans-serif' },
      {
        stroke: ink,
        grid,
        ticks: grid,
        size: 84,
        font: '12px system-ui, sans-serif',
        values: (plot, splits) => splits.map((value) => quantity(value, chart.unit)),
        splits: (plot, axis, min, max, incr) => evenSplits(min * factor, max * factor, plot.bbox.height / devicePixelRatio, chart.unit).map((v) => v / factor),
      },
    ],
    series: [{}, ...chart.series],
    bands: chart.bands,
    hooks: {
      drawClear: [shadeGaps(() => chart.gaps)],
      setSelect: [(plot) => {
        if (plot.select.width < 8) return;
        const from = plot.posToVal(plot.select.left, 'x');
        const to = plot.posToVal(plot.select.left + plot.select.width, 'x');
        plot.setSelect({ left: 0, width: 0, top: 0, height: 0 }, false);
        chart.onZoom({ from, to });
      }],
    },
    plugins: [tooltip(chart)],
  };
}

/** The drawn series of a line: its own and, where points are averages, the bounds of its band. States go in steps. */
export function lineSeries(place, spread, stepped) {
  const stroke = colour(`--line-${(place % 6) + 1}`);
  const points = { show: true, size: 4, stroke, fill: stroke, filter: isolated };
  const line = { stroke, width: 1.6, dash: DASHES[place % 6], spanGaps: false, points };
  if (stepped) line.paths = uPlot.paths.stepped({ align: 1 });
  const bound = { stroke: 'transparent', width: 0, spanGaps: false, points: { show: false } };
  return spread ? [line, bound, bound] : [line];
}

/** Points without a neighbour: no line would show them. */
function isolated(plot, series) {
  const values = plot.data[series];
  const alone = [];
  values.forEach((value, i) => {
    if (value != null && values[i - 1] == null && values[i + 1] == null) alone.push(i);
  });
  return alone;
}

/** A band of that line between its bounds, barely seen. */
export function bandFill(place) {
  return `${colour(`--line-${(place % 6) + 1}`)}2e`;
}

// Percent are read against the whole, temperatures and volts against themselves, all else against zero.
function roundRange(min, max, unit) {
  if (min == null || max == null) return [0, 1];
  if (unit === '%') return [Math.min(0, min), Math.max(100, max)];
  const own = unit === 'Cel' || unit === 'V' || unit === 'Hz' || unit === 'dBm';
  const low = own ? min : Math.min(0, min);
  // A line that does not move must not be seen under a magnifying glass: its ticks would all read the same.
  if (!own && max === low) return [low, low + 1];
  const room = Math.max((max - low) * 0.1, own ? 0.5 : 0);
  return [low === 0 ? 0 : low - room, max + room];
}

/** About one tick every 34 pixels, at 1, 2 or 5 times a power of ten (of two for memory, of minutes for times). */
function evenSplits(min, max, height, unit) {
  const wanted = (max - min) / Math.max(2, Math.floor(height / 34));
  const step = niceStep(wanted, unit);
  const splits = [];
  for (let i = Math.ceil(min / step); i * step <= max; i++) splits.push(i * step);
  return splits;
}

function niceStep(wanted, unit) {
  if (unit === 's' && wanted > 1) {
    return [5, 10, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 21600, 43200, 86400].find((step) => step >= wanted) ?? Math.ceil(wanted / 86400) * 86400;
  }
  if (unit === 'By') return 2 ** Math.ceil(Math.log2(wanted));
  const power = 10 ** Math.floor(Math.log10(wanted));
  return [1, 2, 5, 10].map((step) => step * power).find((step) => step >= wanted * 0.999);
}
