// What the API refused of a device, in the reader's words.

import { reason, trouble } from './api-form.js';
import { say } from './text.js';

/** What people call a field, from its place in the body; what has no name of its own is shown as it is. */
function field(pointer) {
  const name = pointer.split('/').filter((part) => part !== '' && !/^\d+$/.test(part)).join('.');
  const key = `js.field.${name}`;
  return say(key) === key ? name : say(key);
}

/** One sentence for every field that was refused. */
export function sentences(errors) {
  return errors.map((error) => (error.field ? `${field(error.field)}: ${reason(error)}` : reason(error))).join('. ');
}

/** What an answer that says no means; null: the server was not reached. */
export async function refusal(answer) {
  return answer?.status === 409 ? say('js.form.known') : sentences(await trouble(answer));
}

/** Shows what is wrong above a form, and leads the reader there; an empty text takes it away. */
export function tell(form, text) {
  const place = form.querySelector('.problem');
  place.textContent = text;
  place.hidden = text === '';
  if (text !== '') place.focus();
}

/** Tags as one types them. */
export function tags(text) {
  return text.split(/[;,]/).map((tag) => tag.trim()).filter(Boolean);
}
