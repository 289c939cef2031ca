// On every page: times that say how long ago they were keep saying so.

import { absolute, ago, timeOfDay } from './format.js';
import './palette.js';
import './session.js';
import './copy.js';

/** Writes a time element anew from its datetime. */
export function refreshTime(element) {
  if (!element.dateTime) return;
  const date = new Date(element.dateTime);
  const text = element.dataset.shown === 'both' ? `${absolute(date)} (${ago(date)})` : ago(date);
  if (element.textContent !== text) element.textContent = text;
}

/** Sets the moment of a time element. */
export function setTime(element, iso) {
  if (!element || !iso) return;
  element.dateTime = iso;
  refreshTime(element);
}

function refreshAll() {
  if (document.hidden) return;
  document.querySelectorAll('time[data-shown][datetime]').forEach(refreshTime);
  const now = document.querySelector('[data-clock]');
  const time = timeOfDay(new Date(), false);
  if (now && now.textContent !== time) now.textContent = time;
}

setInterval(refreshAll, 1000);

document.querySelector('[data-sign-out]')?.addEventListener('click', async () => {
  // The bell must not ask for somebody who has gone.
  document.getElementById('bell')?.remove();
  const answer = await fetch('/api/v1/session', { method: 'DELETE' });
  // The provider that opened the session has one of its own, which ends there.
  window.location.assign(answer.status === 200 ? (await answer.json()).continueAt : '/masuk');
});
