// The door: name and password, then a code where the account asks for one.

import { say } from './text.js';

const form = document.getElementById('sign-in');
const problem = form.querySelector('.problem');
let pending = null;
// A provider has taken the first step; which one it was, a cookie says that no script can read.
let atCode = !form.querySelector('[data-step="code"]').hidden;

async function post(path, body) {
  return fetch(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
    body: JSON.stringify(body),
  });
}

function tell(key, ...values) {
  problem.textContent = say(key, ...values);
  problem.hidden = false;
}

function step(name) {
  form.querySelectorAll('[data-step]').forEach((part) => { part.hidden = part.dataset.step !== name; });
  form.querySelectorAll('[data-step] input').forEach((input) => {
    input.required = input.closest('[data-step]').dataset.step === name;
  });
  form.querySelector(`[data-step="${name}"] input`).focus();
}

form.querySelector('[data-recovery]').addEventListener('click', (event) => {
  const code = form.elements.code;
  // A telephone's keyboard of digits has no letters.
  code.inputMode = 'text';
  form.querySelector('label[for="code"]').textContent = say('js.signin.recovery-code');
  event.target.hidden = true;
  code.focus();
});

form.querySelector('[data-again]').addEventListener('click', () => window.location.reload());

if (atCode) step('code');

form.addEventListener('submit', async (event) => {
  event.preventDefault();
  problem.hidden = true;
  const button = form.querySelector('button');
  button.disabled = true;
  try {
    const fields = Object.fromEntries(new FormData(form));
    const answer = atCode
      ? await post('/api/v1/session/code', { ...(pending && { pending }), code: fields.code.replace(/\s/g, '') })
      : await post('/api/v1/session', { name: fields.name, password: fields.password });
    if (answer.ok) {
      const body = await answer.json();
      if (body.signedIn) {
        window.location.replace(body.mustChangePassword ? '/akun' : form.dataset.to);
        return;
      }
      pending = body.pending;
      atCode = true;
      step('code');
    } else if (answer.status === 429) {
      tell('js.signin.later', answer.headers.get('Retry-After') ?? '1');
    } else if (answer.status === 401) {
      tell('js.signin.refused');
      form.elements.password.value = '';
      form.elements.code.value = '';
    } else {
      tell('js.signin.broken');
    }
  } catch {
    tell('js.signin.broken');
  } finally {
    button.disabled = false;
  }
});
