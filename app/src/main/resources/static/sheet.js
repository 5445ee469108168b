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
    document.dispatchEvent(new Event("karyalay:heard"));
    place.textContent = words.saved;
    const warning = form.querySelector("[data-warning]");
    warning.hidden = !words.warning;
    if (words.warning) warning.textContent = words.warning;
    if (!since) delete form.dataset.typed;
  } catch (fault) {
    if (fault.name === "AbortError") return;
    place.textContent = document.documentElement.dataset.line === "lost" ? "" : form.dataset.wordUnsaved;
    document.dispatchEvent(new Event("karyalay:unheard"));
  }
}

// What a note cites opens beside it: a hidden pane comes back, and the notes stay where they were read.
document.addEventListener("click", event => {
  const link = event.target.closest(".panes a.cite, .panes a.flag");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const panes = link.closest(".panes");
  const toNotes = link.hash.startsWith("#para-") || link.hash.startsWith("#n");
  if (panes.classList.contains(toNotes ? "only-page" : "only-notes")) document.querySelector("[data-pane=both]")?.click();
});

// The marks over the page follow the page that is open, and a flag set there goes onto it.
document.addEventListener("karyalay:turn", event => {
  const marks = document.querySelector("[data-marks]");
  if (!marks) return;
  for (const mark of marks.querySelectorAll("[data-turn]")) {
    if (Number(mark.dataset.turn) === event.detail) mark.setAttribute("aria-current", "true");
    else mark.removeAttribute("aria-current");
  }
  const place = marks.querySelector("[data-place]");
  if (place) place.value = Number(marks.dataset.from) + event.detail - 1;
});

/** Knows this page again without naming the file: the browser writes it to the disk of a machine that others share. */
const here = () => Array.from(location.pathname).reduce((sum, one) => Math.imul(sum, 31) + one.charCodeAt(0) | 0, 7);

window.addEventListener("pagehide", () => {
  const notes = document.getElementById("notes");
  try {
    if (notes) sessionStorage.setItem("notes-at", JSON.stringify([here(), notes.scrollTop]));
  } catch {
    // A browser that stores nothing opens the notes where it always does.
  }
});

/** Where the notes stood when a page of the same file was asked for. */
function stood() {
  try {
    const [page, top] = JSON.parse(sessionStorage.getItem("notes-at") ?? "[]");
    return page === here() ? top : null;
  } catch {
    return null;
  }
}

/** The panes end where the window ends, however many lines the subject takes. */
function fit() {
  const panes = document.querySelector(".panes");
  panes?.style.setProperty("--above", Math.round(panes.getBoundingClientRect().top + scrollY) + "px");
}

window.addEventListener("resize", fit);

function begin() {
  fit();
  const notes = document.getElementById("notes");
  if (!notes || notes.scrollHeight <= notes.clientHeight) return;
  if (location.hash === "#viewer" && stood() !== null) {
    notes.scrollTop = stood();
    return;
  }
  if (location.hash && location.hash !== "#viewer") return;
  const first = document.getElementById("fresh") ?? document.getElementById("write") ?? notes.querySelector(".note:last-of-type");
  if (first) notes.scrollTop = Math.max(0, first.offsetTop - notes.offsetTop);
}

document.addEventListener("karyalay:page", begin);
begin();
