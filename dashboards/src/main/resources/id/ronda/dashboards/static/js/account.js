// One's own account: another password. Sessions are ended by their buttons.

import { reason } from './api-form.js';
import { say } from './text.js';

const form = document.getElementById('password-form');
const problem = form.querySelector('.problem');
const done = form.querySelector('.done');

function tell(text) {
  problem.textContent = text;
  problem.hidden = false;
}

form.addEventListener('submit', async (event) => {
  event.preventDefault();
  problem.hidden = true;
  done.hidden = true;
  const fields = Object.fromEntries(new FormData(form));
  const answer = await fetch('/api/v1/me/password', {
    method: 'PUT',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ old: fields.old, new: fields.new }),
  }).catch(() => null);
  if (answer?.status === 204) {
    form.reset();
    done.hidden = false;
    if (!document.getElementById('sessions')) window.location.replace('/');
  } else if (answer?.status === 422) {
    const body = await answer.json();
    tell(body.errors.map((error) => `${say(`js.account.${error.field.replace('/', '')}`)} ${reason(error)}`).join('. '));
  } else {
    tell(say('js.signin.broken'));
  }
});
