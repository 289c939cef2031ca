// One's own account: another password, and the sessions that are open.

import { reason } from './api-form.js';
import { say } from './text.js';
import { absolute } from './format.js';

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

const list = document.getElementById('sessions');

function cell(row, text) {
  row.insertCell().textContent = text;
}

async function showSessions() {
  const answer = await fetch('/api/v1/me/sessions', { headers: { Accept: 'application/json' } });
  const { items } = await answer.json();
  list.replaceChildren();
  items.forEach((session) => {
    const row = list.insertRow();
    cell(row, absolute(new Date(session.lastSeenAt)));
    cell(row, session.address);
    cell(row, session.userAgent);
    const end = document.createElement('button');
    end.type = 'button';
    end.textContent = list.dataset.end;
    end.addEventListener('click', async () => {
      await fetch(`/api/v1/me/sessions/${session.id}`, { method: 'DELETE' });
      await showSessions();
    });
    row.insertCell().append(end);
  });
}

if (list) showSessions().catch(() => tell(say('js.signin.broken')));
