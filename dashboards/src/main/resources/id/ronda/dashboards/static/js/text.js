// The sentences of the page's language, and the office's zone. The server put them into the page.

const sentences = new Map();
for (const entry of document.getElementById('texts').content.querySelectorAll('[data-key]')) {
  sentences.set(entry.dataset.key, entry.textContent);
}

export const language = document.documentElement.lang === 'en' ? 'en' : 'id';
export const locale = language === 'en' ? 'en' : 'id-ID';
export const zone = document.documentElement.dataset.zone;
export const zoneName = document.documentElement.dataset.zoneName;

/** The sentence of that key with its places {0}, {1} filled. */
export function say(key, ...places) {
  const sentence = sentences.get(key) ?? key;
  return places.reduce((text, place, i) => text.replaceAll(`{${i}}`, String(place)), sentence);
}
