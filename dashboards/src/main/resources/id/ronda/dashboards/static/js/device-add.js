// New devices: one by a form, many by a CSV text that is sent in parts so that one sees how far it is.

import { say } from './text.js';
import { send } from './api-form.js';
import { fields, records } from './csv.js';
import { refusal, sentences, tags, tell } from './refusal.js';

const PART = 100;
const one = document.getElementById('one');
const many = document.getElementById('many');
const fate = document.getElementById('fate');

function showVersion() {
  const version = one.elements.version.value;
  for (const part of one.querySelectorAll('[data-for]')) part.hidden = !part.dataset.for.split(' ').includes(version);
}

/** What was typed, without what is empty and what the chosen version does not have. */
function typed() {
  const device = { snmp: { version: one.elements.version.value } };
  for (const input of one.querySelectorAll('input, select')) {
    const value = input.value.trim();
    if (value === '' || input.name === 'version' || input.closest('[data-for][hidden]')) continue;
    if (input.name.startsWith('snmp.')) device.snmp[input.name.slice(5)] = input.value;
    else if (input.name === 'tags') device.tags = tags(value);
    else device[input.name] = input.type === 'number' ? Number(value) : value;
  }
  return device;
}

one.elements.version.addEventListener('change', showVersion);
showVersion();

one.addEventListener('submit', async (event) => {
  event.preventDefault();
  tell(one, '');
  const button = one.querySelector('button');
  button.disabled = true;
  const answer = await send('POST /api/v1/devices', { body: typed() });
  button.disabled = false;
  if (answer?.status === 201) window.location.assign(`/devices/${(await answer.json()).id}`);
  else tell(one, await refusal(answer));
});

document.getElementById('f-file').addEventListener('change', async (event) => {
  const [file] = event.target.files;
  if (file) many.elements.csv.value = await file.text();
});

const counts = new Map();

function showRow(result, line, address) {
  counts.set(result.status, (counts.get(result.status) ?? 0) + 1);
  const row = fate.querySelector('tbody').insertRow();
  row.insertCell().textContent = line;
  const where = row.insertCell();
  if (result.id) {
    const link = document.createElement('a');
    link.href = `/devices/${result.id}`;
    link.textContent = address;
    where.append(link);
  } else {
    where.textContent = address;
  }
  const state = row.insertCell();
  state.className = result.status === 'refused' ? 'state-critical' : '';
  state.textContent = say(`js.fate.${result.status}`);
  row.insertCell().textContent = sentences(result.errors ?? []);
}

function showProgress(done, all) {
  const progress = fate.querySelector('progress');
  progress.max = all;
  progress.value = done;
  const told = [...counts].map(([status, count]) => `${say(`js.fate.${status}`)}: ${count}`).join(', ');
  fate.querySelector('[data-field="summary"]').textContent = say('js.fate.progress', done, all, told);
}

/** Sends the rows part by part. A part that is refused as a whole ends it: what came before stays done. */
async function importAll(header, rows) {
  const column = fields(header).indexOf('address');
  for (let done = 0; done < rows.length; done += PART) {
    const part = rows.slice(done, done + PART);
    const answer = await send('POST /api/v1/devices', { body: [header, ...part].join('\n'), type: 'text/csv' });
    if (answer?.status !== 200) {
      tell(many, await refusal(answer));
      return;
    }
    for (const result of (await answer.json()).items) {
      // The first record behind the header is row 2 of what was sent.
      showRow(result, result.row + done, fields(part[result.row - 2] ?? '')[column] ?? '');
    }
    showProgress(Math.min(done + PART, rows.length), rows.length);
  }
}

many.addEventListener('submit', async (event) => {
  event.preventDefault();
  tell(many, '');
  const [header, ...rows] = records(many.elements.csv.value.replace(/^\uFEFF/, ''));
  if (rows.length === 0) {
    tell(many, say('js.fate.empty'));
    return;
  }
  counts.clear();
  fate.querySelector('tbody').replaceChildren();
  fate.hidden = false;
  showProgress(0, rows.length);
  fate.focus();
  const button = many.querySelector('button');
  button.disabled = true;
  await importAll(header, rows);
  button.disabled = false;
});
