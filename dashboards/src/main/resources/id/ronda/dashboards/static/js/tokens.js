// Tokens: a new one is shown once; one of a service may live without an end.

const form = document.getElementById('make-token');
const kind = document.getElementById('kind');
const made = document.getElementById('new-token');

form?.addEventListener('ronda:done', (event) => {
  event.preventDefault();
  document.getElementById('token-text').value = event.detail.text;
  made.hidden = false;
  form.closest('section').hidden = true;
  document.querySelectorAll('.empty').forEach((note) => { note.hidden = true; });
  made.querySelector('h2').focus();
});

kind?.addEventListener('change', () => {
  const endless = form.querySelector('option[data-service]');
  endless.disabled = kind.value !== 'service';
  if (endless.disabled && endless.selected) form.elements.expiresAt.selectedIndex = 1;
});
