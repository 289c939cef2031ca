// One account: edited on the state that was read, its password reset, its roles, its sessions, and the serah terima.

import { refusal, send, tell } from './api.js';

const user = document.getElementById('user');
const path = `/api/v1/users/${user.dataset.id}`;
const byId = (id) => document.getElementById(id);

/** Does it and reads the page anew, or says why not. */
async function act(problem, method, to, body, headers) {
  tell(problem, '');
  const answer = await send(method, to, body, headers);
  if (answer?.ok) window.location.reload();
  else tell(problem, await refusal(answer));
}

byId('edit-form')?.addEventListener('submit', (event) => {
  event.preventDefault();
  const fields = Object.fromEntries(new FormData(event.target));
  const body = {
    displayName: fields.displayName,
    name: fields.name,
    email: fields.email || null,
    language: fields.language,
  };
  // The account ends with that day on the office's clock; a moment that another program has set stays unless the day changes.
  if (fields.validUntil !== event.target.elements.validUntil.defaultValue) {
    body.validUntil = fields.validUntil ? new Date(`${fields.validUntil}T23:59:59${user.dataset.offset}`).toISOString() : null;
  }
  act(event.target.querySelector('.problem'), 'PATCH', path, body, { 'If-Match': `"${user.dataset.etag}"` });
});

byId('reset')?.addEventListener('click', async () => {
  const problem = byId('password-problem');
  tell(problem, '');
  const answer = await send('POST', `${path}/reset-password`, {});
  if (answer?.status !== 200) {
    tell(problem, await refusal(answer));
    return;
  }
  const once = byId('one-time');
  once.querySelector('[data-field="password"]').textContent = (await answer.json()).password;
  once.hidden = false;
  once.focus();
});

byId('role-form')?.addEventListener('submit', (event) => {
  event.preventDefault();
  const fields = Object.fromEntries(new FormData(event.target));
  act(byId('roles-problem'), 'POST', `${path}/roles`, {
    role: Number(fields.role),
    unit: fields.unit ? Number(fields.unit) : null,
  });
});

document.querySelectorAll('[data-take]').forEach((button) => button.addEventListener('click', () => {
  act(byId('roles-problem'), 'DELETE', `${path}/roles/${button.dataset.take}`);
}));

byId('end-sessions')?.addEventListener('click', () => act(byId('sessions-problem'), 'DELETE', `${path}/sessions`));
byId('enable')?.addEventListener('click', () => act(byId('enable-problem'), 'POST', `${path}/enable`, {}));

/** What was chosen for each belonging; those that end by themselves need no choice. */
function decisions(form) {
  return [...form.querySelectorAll('tr[data-kind]')].filter((row) => row.querySelector('select')).map((row) => {
    const fate = row.querySelector('select').value;
    const decision = { kind: row.dataset.kind, id: row.dataset.id };
    if (fate === 'keep') decision.keep = true;
    else if (fate !== 'end') decision.to = Number(fate);
    return decision;
  });
}

byId('handover-form')?.addEventListener('submit', (event) => {
  event.preventDefault();
  const form = event.target;
  const body = { decisions: decisions(form) };
  const moves = event.submitter.value === 'move';
  if (moves) body.unit = form.elements.unit.value ? Number(form.elements.unit.value) : null;
  act(form.querySelector('.problem'), 'POST', `${path}/${moves ? 'move' : 'disable'}`, body);
});
