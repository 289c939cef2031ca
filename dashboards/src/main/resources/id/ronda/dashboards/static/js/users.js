// The list of accounts: a new one, whose one-time password is shown once and never again.

import { refusal, send, tell } from './api.js';

const opener = document.getElementById('open-new');
const section = document.getElementById('new-user');
const form = document.getElementById('new-form');

opener?.addEventListener('click', () => {
  section.hidden = !section.hidden;
  opener.setAttribute('aria-expanded', String(!section.hidden));
  if (!section.hidden) form.querySelector('input').focus();
});

function show(made) {
  const once = document.getElementById('new-password');
  once.querySelector('[data-field="name"]').textContent = made.user.name;
  once.querySelector('[data-field="password"]').textContent = made.password;
  once.querySelector('[data-field="path"]').href = `/pengguna/${made.user.id}`;
  once.hidden = false;
  form.hidden = true;
  once.focus();
}

form?.addEventListener('submit', async (event) => {
  event.preventDefault();
  const problem = form.querySelector('.problem');
  tell(problem, '');
  const fields = Object.fromEntries(new FormData(form));
  const answer = await send('POST', '/api/v1/users', {
    name: fields.name,
    displayName: fields.displayName,
    email: fields.email || null,
    unit: fields.unit ? Number(fields.unit) : null,
    language: document.documentElement.lang,
  });
  if (answer?.status === 201) show(await answer.json());
  else tell(problem, await refusal(answer));
});
