// Alerts in a browser: their count in the title, and a tone where the reader has asked for one. Reads what the page
// shows (data-alerts-open, data-alerts-sound) and listens to the switch (data-sound-switch).
(() => {
  'use strict';

  const wantedKey = 'alerts-sound';
  const heardKey = 'alerts-heard';
  const tones = [[880, 0], [660, 0.22]];
  const toneSeconds = 0.2;
  const loudness = 0.25;
  let context = null;

  const wanted = () => localStorage.getItem(wantedKey) === '1';
  const shown = () => document.querySelector('[data-alerts-open]');

  function play() {
    for (const [pitch, after] of tones) {
      const [tone, volume] = [context.createOscillator(), context.createGain()];
      const begin = context.currentTime + after;
      tone.frequency.value = pitch;
      volume.gain.setValueAtTime(loudness, begin);
      volume.gain.exponentialRampToValueAtTime(0.001, begin + toneSeconds);
      tone.connect(volume).connect(context.destination);
      tone.start(begin);
      tone.stop(begin + toneSeconds);
    }
    document.documentElement.dataset.tonesPlayed = 1 + Number(document.documentElement.dataset.tonesPlayed || 0);
  }

  // A browser lets a page sound only after its reader has touched it: until then the context stays asleep.
  async function wake() {
    if (!wanted()) return;
    context ??= new AudioContext();
    if (context.state === 'suspended') await context.resume();
    sound();
  }

  // Each alert sounds once in this browser, in whichever of its tabs comes first.
  function sound() {
    const newest = Number(shown()?.dataset.alertsSound || 0);
    if (!wanted() || context?.state !== 'running' || newest <= Number(localStorage.getItem(heardKey) || 0)) return;
    localStorage.setItem(heardKey, newest);
    play();
  }

  // The text node is the server's: it is changed in place, never replaced, so that the next title finds it.
  function count() {
    const text = document.querySelector('title')?.firstChild;
    if (!text) return;
    const open = Number(shown()?.dataset.alertsOpen || 0);
    const plain = text.data.replace(/^\(\d+\) /, '');
    const titled = open > 0 ? `(${open}) ${plain}` : plain;
    if (text.data !== titled) text.data = titled;
  }

  function apply() {
    count();
    sound();
    for (const button of document.querySelectorAll('[data-sound-switch]')) {
      const pressed = String(wanted());
      if (button.getAttribute('aria-pressed') !== pressed) button.setAttribute('aria-pressed', pressed);
    }
  }

  document.addEventListener('click', event => {
    if (event.target.closest?.('[data-sound-switch]')) {
      localStorage.setItem(wantedKey, wanted() ? '0' : '1');
      // What was open before is known: only what comes from now on sounds. The first tone is the proof that it works.
      localStorage.setItem(heardKey, Number(shown()?.dataset.alertsSound || 0));
      wake().then(() => { if (wanted() && context.state === 'running') play(); });
      apply();
    } else if (context?.state !== 'running') {
      wake();
    }
  });
  addEventListener('storage', apply);

  let asked = false;
  const soon = () => {
    if (asked) return;
    asked = true;
    queueMicrotask(() => { asked = false; apply(); });
  };
  const watched = { subtree: true, childList: true, characterData: true, attributeFilter: ['data-alerts-open', 'data-alerts-sound'] };
  new MutationObserver(soon).observe(document.documentElement, watched);
  apply();
})();
