// The second step of one's own sign-in: set up with an authenticator, recovery codes shown once, renewed and ended by a code.

import { reason, send, tell, trouble } from './api-form.js';
import { say } from './text.js';

const OWN = '/api/v1/me/second-factor';
const part = document.getElementById('factor');

function show(state) {
  part.querySelectorAll('[data-state]').forEach((each) => { each.hidden = each.dataset.state !== state; });
}

function refuse(errors) {
  tell(part.querySelector('.problem'), errors.map(reason).join(' · '));
}

function confirmDone(text) {
  tell(part.querySelector('.done'), text);
}

/** Asks; gives the answer's body, or null when it was a no, which is then told. */
async function ask(request, body) {
  refuse([]);
  confirmDone('');
  const answer = await send(request, { body });
  if (!answer?.ok) {
    refuse(await trouble(answer));
    return null;
  }
  return answer.status === 204 ? {} : answer.json();
}

async function refresh() {
  const state = await ask(`GET ${OWN}`);
  if (!state) return;
  part.querySelector('[data-left]').textContent = say('js.factor.left', state.recoveryCodesLeft);
  show(state.on ? 'on' : 'off');
}

function showCodes(codes) {
  document.getElementById('recovery-codes').replaceChildren(...codes.map((code) => {
    const line = document.createElement('li');
    line.textContent = code;
    return line;
  }));
  show('codes');
  part.querySelector('[data-state="codes"] h3').focus();
}

function showEnrolment(enrolment) {
  const image = new DOMParser().parseFromString(enrolment.qr, 'image/svg+xml').documentElement;
  part.querySelector('.qr').replaceChildren(document.importNode(image, true));
  document.getElementById('factor-secret').value = enrolment.secret;
  part.querySelector('[data-uri]').href = enrolment.uri;
  show('enrolling');
  document.getElementById('factor-first').focus();
}

async function begin() {
  const enrolment = await ask(`POST ${OWN}`, {});
  if (enrolment) showEnrolment(enrolment);
}

async function confirmFirst(form) {
  const codes = await ask(`POST ${OWN}/confirm`, { code: form.elements.code.value });
  form.reset();
  if (codes) showCodes(codes.recoveryCodes);
}

async function change(form, what) {
  const answer = await ask(`POST ${OWN}/${what}`, { code: form.elements.code.value });
  form.reset();
  if (!answer) return;
  if (answer.recoveryCodes) {
    showCodes(answer.recoveryCodes);
  } else {
    await refresh();
    confirmDone(say('js.factor.removed'));
  }
}

if (part) {
  part.querySelector('[data-begin]').addEventListener('click', begin);
  part.querySelector('[data-kept]').addEventListener('click', refresh);
  part.querySelector('[data-confirm]').addEventListener('submit', (event) => {
    event.preventDefault();
    confirmFirst(event.target);
  });
  part.querySelector('[data-change]').addEventListener('submit', (event) => {
    event.preventDefault();
    change(event.target, event.submitter.value);
  });
  refresh();
}
