// A session that has ended leads to the sign-in and from there back to this page: a page whose parts no longer come is dead.

/** Leads to the sign-in. */
export function signIn() {
  const here = window.location.pathname + window.location.search;
  window.location.assign(`/masuk?to=${encodeURIComponent(here)}`);
}

/** Asks whether somebody is still signed in, and leads to the sign-in if not. A server that cannot be reached says nothing. */
export async function checkSession() {
  const answer = await fetch('/api/v1/me', { headers: { Accept: 'application/json' } }).catch(() => null);
  if (answer?.status === 401) signIn();
}

document.addEventListener('htmx:responseError', (event) => {
  if (event.detail.xhr.status === 401) signIn();
});
