// Numbers, units and times as people read them. QuantityFormat and TimeFormat on the server do the same.

import { language, locale, say, zone, zoneName } from './text.js';

const formats = [0, 1, 2].map((decimals) => new Intl.NumberFormat(locale, { maximumFractionDigits: decimals }));
const DECIMAL = ['', 'k', 'M', 'G', 'T', 'P'];
const BINARY = ['', 'Ki', 'Mi', 'Gi', 'Ti', 'Pi'];

/** A number with as many decimals as its size bears. */
export function number(value) {
  const size = Math.abs(value);
  return formats[size >= 999.5 ? 0 : size >= 10 ? 1 : 2].format(value === 0 ? 0 : value);
}

/** A value with its UCUM unit. */
export function quantity(value, unit) {
  switch (unit) {
    case 'By/s':
      return scaled(value * 8, 1000, DECIMAL, 'bit/s');
    case 'bit/s':
    case 'W':
    case 'VA':
    case 'var':
    case 'Hz':
    case 'Pa':
      return scaled(value, 1000, DECIMAL, unit);
    case 'By':
      return scaled(value, 1024, BINARY, 'B');
    case 's':
      return duration(value);
    default: {
      const name = symbol(unit);
      return name === '' ? number(value) : `${number(value)} ${name}`;
    }
  }
}

/** How a unit is written where no prefix is needed. */
export function symbol(unit) {
  const known = { 1: '', '': '', Cel: '°C', 'kW.h': 'kWh', '1/min': 'rpm', 'By/s': 'bit/s', 'm3/min': 'm³/min', '[cft_i]/min': 'cfm' };
  const said = { '1/s': 'unit.per-second', h: 'unit.hours', d: 'unit.days' };
  if (unit in known) return known[unit];
  if (unit in said) return say(said[unit]);
  return unit.startsWith('{') ? unit.replace(/[{}]/g, '') : unit;
}

/** What makes round numbers on an axis: 8 for octets shown as bits, powers of two for memory, else 1. */
export function axisFactor(unit) {
  return unit === 'By/s' ? 8 : 1;
}

/** The two largest parts of a length of time. */
export function duration(seconds) {
  const whole = Math.round(Math.abs(seconds));
  const sign = seconds < 0 && whole > 0 ? '-' : '';
  const steps = [[86400, 'unit.days', 3600, 'unit.hours'], [3600, 'unit.hours', 60, 'unit.minutes'], [60, 'unit.minutes', 1, 'unit.seconds']];
  for (const [large, largeName, small, smallName] of steps) {
    if (whole >= large) {
      const rest = Math.floor((whole % large) / small);
      const first = `${formats[0].format(Math.floor(whole / large))} ${say(largeName)}`;
      return sign + (rest === 0 ? first : `${first} ${rest} ${say(smallName)}`);
    }
  }
  return `${sign}${whole} ${say('unit.seconds')}`;
}

function scaled(value, base, prefixes, unit) {
  let rest = value;
  let prefix = 0;
  while (Math.abs(rest) >= base - 0.5 && prefix < prefixes.length - 1) {
    rest /= base;
    prefix++;
  }
  return `${number(rest)} ${prefixes[prefix]}${unit}`;
}

const fields = new Intl.DateTimeFormat('en-GB', {
  timeZone: zone, year: 'numeric', month: 'numeric', day: 'numeric', hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23',
});
const months = new Intl.DateTimeFormat(locale, { timeZone: zone, month: 'short' });

/** The fields of a moment on the office's clock. */
function clock(date) {
  return Object.fromEntries(fields.formatToParts(date).map((part) => [part.type, part.value]));
}

const point = language === 'id' ? '.' : ':';

/** The time of day, with or without seconds. */
export function timeOfDay(date, seconds = true) {
  const at = clock(date);
  return [at.hour, at.minute, ...(seconds ? [at.second] : [])].join(point);
}

/** The day without the year. */
export function day(date) {
  return `${clock(date).day} ${months.format(date)}`;
}

/** Date and time with the zone's name. */
export function absolute(date) {
  const at = clock(date);
  return `${at.day} ${months.format(date)} ${at.year} ${timeOfDay(date)} ${zoneName}`;
}

/** How long ago a moment was. */
export function ago(date, now = Date.now()) {
  const seconds = Math.floor((now - date.getTime()) / 1000);
  if (seconds < 5) return say('ago.now');
  if (seconds < 60) return say('ago.seconds', seconds);
  if (seconds < 3600) return say('ago.minutes', Math.floor(seconds / 60));
  if (seconds < 48 * 3600) return say('ago.hours', Math.floor(seconds / 3600));
  return say('ago.days', Math.floor(seconds / 86400));
}
