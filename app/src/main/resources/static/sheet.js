// The green sheet: it opens where the reader has not read yet, and what he writes saves itself, for him alone.
// Without this script the page opens at its top, and a button keeps the draft.

const PAUSE = 1500;
const LONGEST_WAIT = 5000;

let timer = 0;
let since = 0;
let sending = null;

document.addEventListener("input", event => {
  const form = event.target.closest("form[data-draft]");
  if (!form || !event.target.closest("textarea, [contenteditable], .editor")) return;
  const now = Date.now();
  since = since || now;
  clearTimeout(timer);
  timer = setTimeout(() => keep(form), Math.max(0, Math.min(PAUSE, since + LONGEST_WAIT - now)));
});

// What is signed is no draft any more: nothing may arrive behind it.
document.addEventListener("submit", event => {
  if (event.target.matches("form[data-draft]")) stop();
}, true);

document.addEventListener("visibilitychange", () => {
  const form = document.querySelector("form[data-draft]:not([data-sending])");
  if (document.visibilityState === "hidden" && form && since) keep(form);
});

function stop() {
  clearTimeout(timer);
  since = 0;
  sending?.abort();
}

async function keep(form) {
  stop();
  if (form.dataset.sending || form.dataset.gone) return;
  const whole = new FormData(form);
  const data = new URLSearchParams();
  for (const name of ["_csrf", "as", "act", "body", "text"]) if (whole.has(name)) data.set(name, whole.get(name));
  const mine = new AbortController();
  sending = mine;
  const place = form.querySelector("[data-saved]");
  try {
    const answer = await fetch(form.dataset.draft, {
      method: "POST", body: data, headers: { "X-Karyalay": "draft" }, signal: mine.signal, keepalive: data.toString().length < 60000,
    });
    if (!answer.ok) throw new Error(String(answer.status));
    const words = await answer.json();
    place.textContent = words.saved;
    const warning = form.querySelector("[data-warning]");
    warning.hidden = !words.warning;
    if (words.warning) warning.textContent = words.warning;
    if (!since) delete form.dataset.typed;
  } catch (fault) {
    if (fault.name !== "AbortError") place.textContent = form.dataset.wordUnsaved;
  }
}

function begin() {
  if (location.hash) return;
  const notes = document.getElementById("notes");
  if (!notes || notes.scrollHeight <= notes.clientHeight) return;
  const first = document.getElementById("fresh") ?? document.getElementById("write") ?? notes.querySelector(".note:last-of-type");
  if (first) notes.scrollTop = Math.max(0, first.offsetTop - notes.offsetTop);
}

document.addEventListener("karyalay:page", begin);
begin();
