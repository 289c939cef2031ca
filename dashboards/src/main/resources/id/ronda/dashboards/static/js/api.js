// Talking to the API from a page, and saying what it refused.

import { reason } from './api-form.js';
import { say } from './text.js';

/** Sends JSON; null where the server cannot be reached. */
export async function send(method, path, body, headers = {}) {
  const options = { method, headers: { Accept: 'application/json', ...headers } };
  if (body !== undefined) {
    options.headers['Content-Type'] = 'application/json';
    options.body = JSON.stringify(body);
  }
  return fetch(path, options).catch(() => null);
}

function field(error) {
  const key = `js.field.${error.field.split('/').filter(Boolean).join('.')}`;
  const name = say(key);
  return name === key ? '' : `${name} `;
}

/** What an answer that says no means, in the reader's words. */
export async function refusal(answer) {
  if (answer?.status === 412) return say('js.people.changed');
  if (answer?.status === 403) return say('js.people.forbidden');
  if (answer?.status === 409) return say('js.people.undecided');
  if (answer?.status === 422) {
    const body = await answer.json();
    return (body.errors ?? []).map((error) => `${field(error)}${reason(error)}`).join('. ');
  }
  return say('js.signin.broken');
}

/** Shows a text where problems stand; an empty one hides it. */
export function tell(place, text) {
  place.textContent = text;
  place.hidden = text === '';
  if (text !== '') place.scrollIntoView({ block: 'nearest' });
}
