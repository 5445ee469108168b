// A letter saves itself while it is written; the revision it was seen at goes along, so that two who write at once
// hear of each other. Without this script the button saves.

const PAUSE = 1500;
const LONGEST_WAIT = 5000;

const form = document.querySelector("form[data-letter]");
let timer = 0;
let since = 0;
let sending = null;

if (form) {
  form.addEventListener("input", later);
  form.addEventListener("change", later);
  form.addEventListener("submit", stop, true);
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden" && since) keep();
  });
}

function later(event) {
  // Somebody half typed is nobody yet.
  if (event.target.matches("[data-picker], [name=role], [name=to]")) return;
  const now = Date.now();
  since = since || now;
  clearTimeout(timer);
  timer = setTimeout(keep, Math.max(0, Math.min(PAUSE, since + LONGEST_WAIT - now)));
}

function stop() {
  clearTimeout(timer);
  since = 0;
  sending?.abort();
}

async function keep() {
  clearTimeout(timer);
  since = 0;
  if (form.dataset.sending || form.dataset.gone || sending) return;
  const place = form.querySelector("[data-saved]");
  const data = new URLSearchParams(new FormData(form));
  // Rows that are only being typed wait for the button.
  const fresh = Array.from(form.querySelectorAll(".fresh-party [name=party]")).some(field => field.value.trim());
  if (fresh) return;
  sending = new AbortController();
  try {
    const answer = await fetch(form.dataset.letter, {
      method: "POST", body: data, headers: { "X-Karyalay": "fetch" }, signal: sending.signal,
    });
    if (!answer.ok) return say(place, await answer.text());
    const words = await answer.json();
    form.querySelector("[data-revision]").value = words.revision;
    place.textContent = words.saved;
    if (!since) delete form.dataset.typed;
  } catch (fault) {
    if (fault.name !== "AbortError") place.textContent = form.dataset.wordUnsaved;
  } finally {
    sending = null;
  }
}

/** A refusal as the server says it: another saved meanwhile, or a field is too long. */
function say(place, html) {
  const sentence = new DOMParser().parseFromString(html, "text/html").querySelector("[role=alert]");
  place.textContent = sentence?.textContent ?? form.dataset.wordUnsaved;
}
