// The list of accounts: a new one, whose one-time password is shown once and never again.

import './api-form.js';

const opener = document.getElementById('open-new');
const section = document.getElementById('new-user');
const form = document.getElementById('new-form');

opener?.addEventListener('click', () => {
  section.hidden = !section.hidden;
  opener.setAttribute('aria-expanded', String(!section.hidden));
  if (!section.hidden) form.querySelector('input').focus();
});

form?.addEventListener('ronda:done', (event) => {
  event.preventDefault();
  const made = event.detail;
  const once = document.getElementById('new-password');
  once.querySelector('[data-field="name"]').textContent = made.user.name;
  once.querySelector('[data-field="password"]').textContent = made.password;
  once.querySelector('[data-field="path"]').href = `/pengguna/${made.user.id}`;
  once.hidden = false;
  form.hidden = true;
  once.focus();
});
