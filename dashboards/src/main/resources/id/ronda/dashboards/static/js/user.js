// One account: edited on the state that was read, its password reset, and the serah terima. Plain forms and buttons are api-form's.

import { reason, send, show, tell, trouble } from './api-form.js';

const user = document.getElementById('user');
const path = `/api/v1/users/${user.dataset.id}`;
const byId = (id) => document.getElementById(id);

/** What is sent of the edit: a moment that another program has set stays unless the day changes. */
function edited(form) {
  const fields = Object.fromEntries(new FormData(form));
  const body = {
    displayName: fields.displayName,
    name: fields.name,
    email: fields.email || null,
    language: fields.language,
  };
  if (fields.validUntil !== form.elements.validUntil.defaultValue) {
    // The account ends with that day on the office's clock.
    body.validUntil = fields.validUntil ? new Date(`${fields.validUntil}T23:59:59${user.dataset.offset}`).toISOString() : null;
  }
  return body;
}

byId('edit-form')?.addEventListener('submit', async (event) => {
  event.preventDefault();
  const form = event.target;
  const answer = await send(`PATCH ${path}`, { body: edited(form), etag: form.dataset.etag });
  if (answer?.ok) window.location.reload();
  else show(form, await trouble(answer));
});

/** A button's request, which has nothing to say but itself; what is answered, null for a no, which stands at its problem. */
async function pressed(request, problem) {
  tell(problem, '');
  const answer = await send(request, { body: {} });
  if (answer?.ok) return answer.json();
  tell(problem, (await trouble(answer)).map(reason).join(' · '));
  return null;
}

byId('reset')?.addEventListener('click', async () => {
  const made = await pressed(`POST ${path}/reset-password`, byId('password-problem'));
  if (made === null) return;
  const once = byId('one-time');
  once.querySelector('[data-field="password"]').textContent = made.password;
  once.hidden = false;
  once.focus();
});

byId('enable')?.addEventListener('click', async () => {
  if (await pressed(`POST ${path}/enable`, byId('enable-problem')) !== null) window.location.reload();
});

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

byId('handover-form')?.addEventListener('submit', async (event) => {
  event.preventDefault();
  const form = event.target;
  const body = { decisions: decisions(form) };
  const moves = event.submitter.value === 'move';
  if (moves) body.unit = form.elements.unit.value ? Number(form.elements.unit.value) : null;
  const answer = await send(`POST ${path}/${moves ? 'move' : 'disable'}`, { body });
  if (answer?.ok) window.location.reload();
  else if (answer?.status === 409) tell(form.querySelector('.problem'), form.dataset.undecided);
  else show(form, await trouble(answer));
});
