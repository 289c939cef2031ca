// Forms and buttons that speak to the API. data-api names the request ("PATCH /api/v1/units/3"), data-etag what it was made on,
// data-then the page behind it (empty: this one), data-done what is said there. A form's fields become JSON by their names; a
// point in a name makes an object inside, checkboxes make a list.

import { signIn } from './session.js';
import { language, say } from './text.js';

const SAID = 'ronda.said';

/** Why a field was refused, in the page's language. */
export function reason(error) {
  return error.reasons?.[language] ?? error.reason;
}

/** Sends a request such as "POST /api/v1/units"; null when no answer comes. */
export async function send(request, { body, etag, type = 'application/json' } = {}) {
  const [method, path] = request.split(' ');
  const headers = { Accept: 'application/json' };
  if (body !== undefined) headers['Content-Type'] = type;
  if (etag) headers['If-Match'] = etag;
  const content = type === 'application/json' && body !== undefined ? JSON.stringify(body) : body;
  return fetch(path, { method, headers, body: content }).catch(() => null);
}

/** What is said of an answer that is a no. */
export async function trouble(answer) {
  if (answer?.status === 401) {
    signIn();
    return [];
  }
  if (answer?.status === 422) return (await answer.json()).errors ?? [];
  const keys = { 403: 'js.api.forbidden', 404: 'js.api.gone', 412: 'js.api.changed', 413: 'js.api.large', 429: 'js.api.later', 503: 'js.api.busy' };
  return [{ field: '', reason: say(keys[answer?.status] ?? 'js.api.broken') }];
}

/** Says something to whoever cannot be told at a field. */
export function tell(problem, text) {
  problem.textContent = text;
  problem.hidden = text === '';
}

/** Says on the page that is loaded next that it is done. */
export function sayNext(text) {
  if (text) sessionStorage.setItem(SAID, text);
}

function value(input) {
  if (input.dataset.as === 'number') return input.value === '' ? null : Number(input.value);
  if (input.dataset.as === 'lines') return input.value.split('\n').map((line) => line.trim()).filter(Boolean);
  return input.value === '' && !input.required ? null : input.value;
}

function put(body, name, content) {
  const path = name.split('.');
  const last = path.pop();
  const place = path.reduce((inside, step) => { inside[step] ??= {}; return inside[step]; }, body);
  place[last] = content;
}

function read(form) {
  const body = {};
  form.querySelectorAll('[data-list]').forEach((list) => { body[list.dataset.list] = []; });
  [...form.elements].filter((input) => input.name && !input.disabled).forEach((input) => {
    if (input.type !== 'checkbox') put(body, input.name, value(input));
    else if (input.checked) body[input.name].push(input.value);
  });
  return body;
}

function clear(form) {
  form.querySelectorAll('.wrong').forEach((note) => {
    if (note.dataset.errorFor) note.hidden = true;
    else note.remove();
  });
  form.querySelectorAll('[aria-invalid]').forEach((input) => {
    input.removeAttribute('aria-invalid');
    if (input.dataset.described) input.setAttribute('aria-describedby', input.dataset.described);
    else input.removeAttribute('aria-describedby');
  });
}

/** Puts an error where its field is; false if it is nowhere. */
function mark(form, error) {
  const name = error.field.split('/')[1] ?? '';
  const place = form.querySelector(`[data-error-for="${CSS.escape(name)}"]`);
  if (name && place) {
    place.textContent = reason(error);
    place.hidden = false;
    return true;
  }
  const input = [...form.elements].find((each) => each.name === name || (name && each.name?.startsWith(`${name}.`)));
  if (!name || !input) return false;
  const note = document.createElement('p');
  note.className = 'wrong';
  note.id = `wrong-${input.id}`;
  note.textContent = reason(error);
  input.after(note);
  input.setAttribute('aria-invalid', 'true');
  input.dataset.described ??= input.getAttribute('aria-describedby') ?? '';
  input.setAttribute('aria-describedby', `${note.id} ${input.dataset.described}`.trim());
  return true;
}

/** Shows what was refused, at its fields as far as it can be. */
export function show(form, errors) {
  const nowhere = errors.filter((error) => !mark(form, error));
  const rest = nowhere.map(reason);
  if (nowhere.length < errors.length) rest.unshift(say('js.api.check'));
  tell(form.querySelector('.problem'), rest.join(' · '));
  (form.querySelector('[aria-invalid]') ?? form.querySelector('button[type="submit"]')).focus();
}

/** Goes on when it is done. */
function done(element, body) {
  const event = new CustomEvent('ronda:done', { detail: body, cancelable: true, bubbles: true });
  if (!element.dispatchEvent(event)) return;
  sayNext(element.dataset.done);
  window.location.assign(element.dataset.then || window.location.href);
}

async function submitted(form) {
  clear(form);
  tell(form.querySelector('.problem'), '');
  const button = form.querySelector('button[type="submit"]');
  button.disabled = true;
  const answer = await send(form.dataset.api, { body: read(form), etag: form.dataset.etag });
  button.disabled = false;
  if (answer?.ok) done(form, answer.status === 204 ? null : await answer.json());
  else show(form, await trouble(answer));
}

async function pressed(button) {
  if (button.dataset.ask && !window.confirm(button.dataset.ask)) return;
  const problem = button.dataset.problem
    ? document.querySelector(button.dataset.problem)
    : button.closest('section, details').querySelector('.problem');
  tell(problem, '');
  button.disabled = true;
  const answer = await send(button.dataset.api);
  button.disabled = false;
  if (answer?.ok) done(button, null);
  else tell(problem, (await trouble(answer)).map(reason).join(' · '));
}

/** Copies the text of the element that data-copy names. */
async function copied(button) {
  const from = document.querySelector(button.dataset.copy);
  const text = from.value ?? [...from.children].map((line) => line.textContent).join('\n');
  await navigator.clipboard.writeText(text);
  const before = button.textContent;
  button.textContent = button.dataset.copied;
  setTimeout(() => { button.textContent = before; }, 2000);
}

document.addEventListener('submit', (event) => {
  if (!event.target.dataset.api) return;
  event.preventDefault();
  submitted(event.target);
});

document.addEventListener('click', (event) => {
  const button = event.target.closest('button');
  if (button?.dataset.api) pressed(button);
  else if (button?.dataset.copy) copied(button).catch(() => document.querySelector(button.dataset.copy).select?.());
});

const said = sessionStorage.getItem(SAID);
if (said) {
  sessionStorage.removeItem(SAID);
  const note = document.createElement('p');
  note.className = 'done';
  note.setAttribute('role', 'status');
  document.getElementById('main').prepend(note);
  note.textContent = said;
}
