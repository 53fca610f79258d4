// What a browser must do itself: begin, heal, listen to keys, remember the theme, keep a wall awake.
(() => {
  'use strict';

  const retryEveryMilliseconds = 1500;
  const reload = () => location.reload();

  // A server that restarts answers again at some time: then a page without its circuit loads itself anew.
  const reloadWhenServed = async () => {
    for (;;) {
      try {
        const answer = await fetch(location.href, { method: 'HEAD', cache: 'no-store' });
        if (answer.status < 500) return reload();
      } catch { /* not yet */ }
      await new Promise(done => setTimeout(done, retryEveryMilliseconds));
    }
  };

  Blazor.start({
    circuit: {
      reconnectionOptions: { maxRetries: Number.MAX_SAFE_INTEGER, retryIntervalMilliseconds: retryEveryMilliseconds },
    },
  }).catch(reloadWhenServed);

  new MutationObserver((_, observer) => {
    const state = document.getElementById('components-reconnect-modal').classList;
    if (state.contains('components-reconnect-rejected') || state.contains('components-reconnect-failed')) {
      observer.disconnect();
      reloadWhenServed();
    }
  }).observe(document.getElementById('components-reconnect-modal'), { attributeFilter: ['class'] });

  // Nobody stands before a wall to press "reload".
  new MutationObserver(() => setTimeout(reloadWhenServed, 5000))
    .observe(document.getElementById('blazor-error-ui'), { attributeFilter: ['style'] });

  // A wall that waits to be paired looks again by itself.
  const waiting = document.querySelector('[data-look-again]');
  if (waiting) setTimeout(reload, 1000 * waiting.dataset.lookAgain);

  // An element presses itself with the key or the two keys of its data-key.
  let first = '';
  document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Escape') return closeChoosers();
    if (event.target.closest('input, textarea, select, [contenteditable]')) return;
    if (event.key === 'j' || event.key === 'k') return walk(event.key === 'j' ? 1 : -1);
    const pair = `${first} ${event.key}`;
    const target = [...document.querySelectorAll('[data-key]')].find(e => e.dataset.key === pair || e.dataset.key === event.key);
    first = event.key === 'g' ? 'g' : '';
    if (!target) return;
    event.preventDefault();
    target.click();
    // The toggle event comes later: letters typed at once would be lost.
    if (target.closest('[data-chooser][open]')) search(target.closest('[data-chooser]'));
  });

  // j and k walk through the lines of a list; Enter opens the one that has the focus.
  function walk(by) {
    const lines = [...document.querySelectorAll('[data-line]')];
    const at = lines.indexOf(document.activeElement);
    lines[at < 0 ? 0 : Math.min(Math.max(at + by, 0), lines.length - 1)]?.focus();
  }

  const choosers = () => document.querySelectorAll('[data-chooser][open]');
  function closeChoosers(except) {
    for (const chooser of choosers()) {
      if (chooser === except) continue;
      const inside = chooser.contains(document.activeElement);
      chooser.open = false;
      if (inside) chooser.querySelector('summary').focus();
    }
  }

  function search(chooser) {
    const input = chooser.querySelector('input');
    if (document.activeElement !== input) input.select();
    input.focus();
  }

  // The server finds a moment later than a finger types: the first is taken of what was found for these words.
  function takeFirst(chooser) {
    const [input, list] = [chooser.querySelector('input'), chooser.querySelector('ul')];
    const take = () => list.dataset.words === input.value && (list.querySelector('a')?.click(), true);
    if (take()) return;
    const found = new MutationObserver(() => { if (!chooser.open || take()) found.disconnect(); });
    found.observe(list, { attributeFilter: ['data-words'] });
  }

  document.addEventListener('toggle', event => {
    if (event.target.matches('[data-chooser]') && event.target.open) search(event.target);
  }, true);

  // A slider says its number while it moves.
  document.addEventListener('input', event => {
    if (event.target.matches('[data-shows]')) event.target.nextElementSibling.value = event.target.value;
  });

  document.addEventListener('click', event => {
    const chooser = event.target.closest('[data-chooser]');
    closeChoosers(event.target.closest('a') ? null : chooser);
    // The page changes without a load: the menu of the phone would stay open over it.
    if (event.target.closest('.rail-more:popover-open a')) document.getElementById('rail-more').hidePopover();
    if (event.target.closest('[data-theme-switch]')) switchTheme();
    const skip = event.target.closest('[data-skip]');
    if (skip) {
      event.preventDefault();
      document.querySelector(skip.hash)?.focus();
    }
  });

  // In an open chooser the arrows walk through what was found and Enter takes the first.
  document.addEventListener('keydown', event => {
    const chooser = event.target.closest?.('[data-chooser][open]');
    if (!chooser || !['ArrowDown', 'ArrowUp', 'Enter'].includes(event.key)) return;
    const stops = [chooser.querySelector('input'), ...chooser.querySelectorAll('li a')];
    const at = stops.indexOf(event.target);
    if (event.key === 'Enter' && at !== 0) return;
    event.preventDefault();
    if (event.key === 'Enter') return takeFirst(chooser);
    stops[Math.min(Math.max(at + (event.key === 'ArrowDown' ? 1 : -1), 0), stops.length - 1)].focus();
  });

  function switchTheme() {
    const root = document.documentElement;
    const now = root.dataset.theme || (matchMedia('(prefers-color-scheme: dark)').matches ? 'night' : 'day');
    root.dataset.theme = now === 'night' ? 'day' : 'night';
    document.cookie = `theme=${root.dataset.theme};path=/;max-age=31536000;samesite=lax`;
  }

  // Where the browser allows it (a secure context), the screen of a wall does not sleep.
  let lock = null;
  const keepAwake = async () => {
    const wanted = document.querySelector('[data-wall]') && document.visibilityState === 'visible';
    if (!wanted || !navigator.wakeLock || (lock && !lock.released)) return;
    try { lock = await navigator.wakeLock.request('screen'); } catch { /* low battery or no permission: it may sleep */ }
  };
  document.addEventListener('visibilitychange', keepAwake);
  setInterval(keepAwake, 30000);
  keepAwake();
})();
