// What is said of a device. Its ETag goes back with the change: what somebody else changed meanwhile is not written over.

import { send } from './api-form.js';
import { say } from './text.js';
import { refusal, tags, tell } from './refusal.js';

const form = document.getElementById('edit');
const path = `/api/v1/devices/${form.dataset.device}`;
const button = form.querySelector('button');
const texts = ['name', 'interval', 'unit', 'location'];
let etag;

async function load() {
  const answer = await send(`GET ${path}`);
  if (answer?.status !== 200) {
    tell(form, say('js.signin.broken'));
    return;
  }
  etag = answer.headers.get('ETag');
  const device = await answer.json();
  texts.forEach((name) => { form.elements[name].value = device[name] ?? ''; });
  form.elements.tags.value = device.tags.join('; ');
  form.elements.enabled.checked = device.enabled;
  button.disabled = false;
}

form.addEventListener('submit', async (event) => {
  event.preventDefault();
  tell(form, '');
  button.disabled = true;
  const patch = { enabled: form.elements.enabled.checked, tags: tags(form.elements.tags.value) };
  texts.forEach((name) => { patch[name] = form.elements[name].value.trim() || null; });
  const answer = await send(`PATCH ${path}`, { body: patch, etag });
  button.disabled = false;
  if (answer?.status === 200) window.location.assign(`/devices/${form.dataset.device}`);
  else tell(form, await refusal(answer));
});

load();
