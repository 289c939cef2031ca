// What the API refused, in the reader's words.

import { language, say } from './text.js';

function reason(error) {
  if (error.reasons?.[language]) return error.reasons[language];
  const [english, indonesian] = String(error.reason).split(' / ');
  return language === 'en' ? english : indonesian ?? english;
}

function field(pointer) {
  const name = String(pointer).split('/').filter(Boolean).filter((part) => !/^\d+$/.test(part)).join('.');
  const key = `js.field.${name}`;
  return say(key) === key ? name : say(key);
}

/** One sentence for every field that was refused. */
export function sentences(errors) {
  return (errors ?? []).map((error) => `${field(error.field)}: ${reason(error)}`).join('. ');
}

/** What an answer that says no means; null: the server was not reached. */
export async function refusal(answer) {
  if (answer?.status === 409) return say('js.form.known');
  if (answer?.status === 412) return say('js.form.changed');
  if (answer?.status === 403) return say('js.form.forbidden');
  const body = await answer?.json().catch(() => null);
  return body?.errors?.length ? sentences(body.errors) : say('js.signin.broken');
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
