// A machine that several share (OP-125). A page that nobody touches is covered, and the server locks the session at the
// same moment, so that the cover is not all there is. What was typed stays in the page beneath, and is kept on the
// server too for its owner, in case somebody else takes the machine. Without this script the server still locks.

const TOUCHES = ["keydown", "pointerdown", "pointermove", "wheel", "touchstart", "input"];
const TELL = 65000; // just over the minute at which the server writes a last use down
const USED = "karyalay-used";
const OPENED = "karyalay-opened";
const FORMS = "main form[method=post]";

let used = Date.now();
let told = Date.now();
let written = 0;
let behind = null;

const cover = () => document.querySelector("[data-lock-after]");
const covered = () => Boolean(cover()) && !cover().hidden;
const seconds = () => Number(cover()?.dataset.lockAfter ?? 0);
const csrf = () => document.querySelector("input[name=_csrf]")?.value ?? "";

/** Another tab of the same browser is in use when this one is not. */
function share(key, value) {
  try {
    localStorage.setItem(key, value);
  } catch {
    // A browser that stores nothing locks each tab by itself.
  }
}

function shared() {
  try {
    return Number(localStorage.getItem(USED) ?? 0);
  } catch {
    return 0;
  }
}

function touched() {
  if (!cover() || covered()) return;
  const now = Date.now();
  used = now;
  if (now - written > 1000) {
    written = now;
    share(USED, String(now));
  }
  if (now - told > TELL) {
    told = now;
    send("/hands/presence", new URLSearchParams()).then(answer => {
      if (!answer.ok) lay();
    }, () => {});
  }
}

for (const touch of TOUCHES) document.addEventListener(touch, touched, { passive: true, capture: true });

setInterval(() => {
  if (!cover() || covered()) return;
  if (Date.now() - Math.max(used, shared()) >= seconds() * 1000) lock();
}, 500);

function send(to, data) {
  data.set("_csrf", csrf());
  return fetch(to, { method: "POST", body: data, headers: { "X-Karyalay": "fetch" }, keepalive: data.toString().length < 60000 });
}

/** Covers the page first: what follows takes a moment on a thin line. */
async function lock() {
  lay();
  await leave();
  await send("/hands/locking", new URLSearchParams()).catch(() => {});
}

function lay() {
  const place = cover();
  if (!place || !place.hidden) return;
  behind = document.activeElement;
  place.hidden = false;
  for (const other of document.body.children) if (other !== place) other.inert = true;
  say("");
  place.querySelector("input[type=password]").focus();
}

function lift() {
  const place = cover();
  if (!place) return;
  place.hidden = true;
  place.querySelector("input[type=password]").value = "";
  for (const other of document.body.children) other.inert = false;
  used = told = Date.now();
  behind?.focus?.();
}

const say = sentence => {
  cover().querySelector("[role=alert]").textContent = sentence;
};

// Also where only a form was refused: the session was locked in another tab, or while this machine slept.
document.addEventListener("karyalay:locked", lay);

window.addEventListener("storage", event => {
  if (event.key === OPENED && covered() && event.newValue?.startsWith(cover().dataset.who + " ")) lift();
});

/** What was begun and neither sent nor kept by its own page. */
function begun(form) {
  if (form.dataset.gone || form.dataset.sending) return false;
  const keepsItself = form.matches("[data-draft], [data-kept], [data-letter]");
  return Boolean(form.dataset.typed) || (Boolean(form.dataset.begun) && !keepsItself);
}

document.addEventListener("input", event => {
  const form = event.target.closest(FORMS);
  if (form && event.isTrusted) form.dataset.begun = "yes";
});

async function leave() {
  const forms = Array.from(document.querySelectorAll(FORMS)).filter(begun);
  await Promise.all(forms.map(form => {
    const data = new URLSearchParams();
    data.set("kept.action", form.getAttribute("action") ?? location.pathname);
    data.set("path", location.pathname + location.search);
    data.set("title", document.querySelector("h1")?.textContent.trim().replace(/\s+/g, " ") ?? document.title);
    for (const [name, value] of new FormData(form))
      if (typeof value === "string" && name !== "_csrf" && !/password|pin$/i.test(name)) data.append("kept.field." + name, value);
    return send("/hands/leavings", data).catch(() => {});
  }));
}

document.addEventListener("submit", async event => {
  const form = event.target;
  if (form.matches("[data-change-hands]")) {
    event.preventDefault();
    await leave();
    for (const other of document.querySelectorAll("form")) other.dataset.gone = "yes";
    form.submit();
  } else if (form.closest("[data-lock-after]")) {
    event.preventDefault();
    unlock(form);
  }
});

async function unlock(form) {
  const button = form.querySelector("button");
  if (button.disabled) return;
  button.disabled = true;
  say("");
  try {
    const answer = await fetch("/hands", { method: "POST", body: new URLSearchParams(new FormData(form)), headers: { "X-Karyalay": "fetch" } });
    if (answer.headers.get("X-Karyalay-Unlocked")) {
      lift();
      share(OPENED, cover().dataset.who + " " + Date.now());
    } else if (answer.ok) {
      for (const other of document.querySelectorAll("form")) other.dataset.gone = "yes";
      location.assign(answer.headers.get("X-Karyalay-Location") ?? "/desk");
    } else refuse(form, await answer.text());
  } catch {
    say(document.body.dataset.wordLost);
  }
  button.disabled = false;
}

function refuse(form, html) {
  const sentence = new DOMParser().parseFromString(html, "text/html").querySelector("[role=alert]");
  say(sentence?.textContent.trim() ?? document.body.dataset.wordFault);
  const field = form.querySelector("input[type=password]");
  field.value = "";
  field.focus();
}

// On the page of names: a tap, then the PIN.
const names = document.querySelector("[data-hands]");
if (names) {
  const field = names.querySelector("input[type=password]");
  names.addEventListener("change", event => {
    if (event.target.matches("[type=radio]")) field.focus();
  });
  if (names.querySelector("[type=radio]:checked")) field.focus();
}
