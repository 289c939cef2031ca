// A stream of events from the server, and the mark that says whether it still flows.

import { checkSession } from './session.js';
import { say } from './text.js';

// The server sends something at least every ten seconds; silence for longer means that the connection is dead.
const SILENCE = 25_000;

/**
 * Listens while the page is visible: a hidden page holds one of the few connections that a browser allows to a server.
 * handlers: {samples, states, reload, begun, resumed}, each given the data of its event.
 */
export class Live {
  constructor(mark, path, handlers) {
    this.mark = mark;
    this.path = path;
    this.handlers = handlers;
    this.heard = Date.now();
    this.opened = false;
    this.old = false;
    document.addEventListener('visibilitychange', () => (document.hidden ? this.stop() : this.start()));
    window.addEventListener('pagehide', () => this.stop());
    setInterval(() => this.check(), 1000);
    this.start();
  }

  /** Listens to another path from now on. */
  move(path) {
    this.path = path;
    this.stop();
    this.start();
  }

  start() {
    if (this.source || document.hidden) return;
    this.heard = Date.now();
    this.source = new EventSource(this.path);
    this.source.onopen = () => this.connected();
    this.source.onerror = () => this.lost();
    for (const name of ['samples', 'states', 'reload', 'beat']) {
      this.source.addEventListener(name, (event) => this.receive(name, event));
    }
  }

  stop() {
    this.source?.close();
    this.source = undefined;
  }

  connected() {
    this.heard = Date.now();
    this.flows();
    // What happened while nobody listened is in the database: whoever missed it reads it again. That holds for the moment
    // between the making of the page and the first connection too.
    if (this.opened) this.handlers.resumed?.();
    else this.handlers.begun?.();
    this.opened = true;
  }

  lost() {
    this.show('off', 'js.live.off');
    // A refusal (503, 404) ends an EventSource for good; only a broken connection is tried again by itself.
    if (this.source?.readyState === EventSource.CLOSED) {
      // One of its reasons is a session that has ended.
      this.stop();
      checkSession();
      setTimeout(() => this.start(), 5000);
    }
  }

  receive(name, event) {
    this.heard = Date.now();
    this.flows();
    this.handlers[name]?.(JSON.parse(event.data));
  }

  check() {
    if (this.source && Date.now() - this.heard > SILENCE) {
      this.show('off', 'js.live.off');
      this.stop();
      this.start();
    }
  }

  /** Whether what it brings is too old to be called now. */
  stale(old) {
    this.old = old;
    if (this.mark.dataset.state === 'on' || this.mark.dataset.state === 'stale') this.flows();
  }

  flows() {
    if (this.old) this.show('stale', 'js.live.stale');
    else this.show('on', 'js.live.on');
  }

  show(state, key) {
    if (this.mark.dataset.state === state) return;
    this.mark.dataset.state = state;
    this.mark.querySelector('.label').textContent = say(key);
  }
}

/** Writes the state of a device into the elements that show it. */
export function showState(element, state) {
  if (!element) return;
  element.className = `state state-${state.status}`;
  element.querySelector('.label').textContent = state.label;
}
