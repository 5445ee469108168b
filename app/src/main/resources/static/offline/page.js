// The page shown in the place of any other while there is no line: counts what waits, and goes to what was asked for as
// soon as the line is back.

const EVERY = 2500;
const PATIENCE = 1700;

async function count() {
  const { entries } = await import(document.body.dataset.store);
  const waiting = (await entries().catch(() => [])).filter(one => one.state !== "done").length;
  for (const place of document.querySelectorAll("[data-left]")) {
    place.hidden = waiting === 0;
    place.querySelector("b").textContent = waiting;
  }
}

async function beat() {
  const patience = new AbortController(), over = setTimeout(() => patience.abort(), PATIENCE);
  const answer = await fetch("/line", { cache: "no-store", credentials: "omit", signal: patience.signal }).catch(() => null);
  clearTimeout(over);
  if (answer?.status === 204) location.reload();
  else setTimeout(beat, EVERY);
}

if (window.indexedDB) count();
setTimeout(beat, EVERY);
window.addEventListener("online", () => location.reload());
