// When the line fails: says so, keeps what is written on the device, sealed, and sends it when the line is back.
// A form takes part by attributes (docs/architecture.md, "Without a line"):
//   data-offline="words"          what its entry is called; the form must be one act that needs no answer to go on
//   data-offline-title="a b"      fields that name the entry
//   data-offline-signs            its note bears a signature: without the line it waits for the PIN
//   data-offline-number           the page it leads to shows the number given, in [data-done]
//   data-offline-clears="a b"     on a button: only these fields are emptied when the entry is taken
// Sealing: static/offline/store.js. The list and the sending: static/offline/queue.js.

const EVERY = 2500; // ms between beats while somebody works or the line is lost
const PATIENCE = 1700; // a beat that takes longer is a lost line; EVERY + PATIENCE is under five seconds
const REST = 30000;
const BUSY = 60000;
const AGAIN = 15000;
const TYPING = 2000;

const box = () => document.getElementById("waiting");
const secure = window.isSecureContext && Boolean(window.crypto?.subtle && window.indexedDB && navigator.locks);
const news = window.BroadcastChannel ? new BroadcastChannel("karyalay-waiting") : null;

let lost = false;
let heardAt = performance.now();
let actedAt = performance.now();
let begunAt = 0;
let timer = 0;

/* The line */

/** For scripts that go by it (uploads.js). */
const mark = () => document.documentElement.dataset.line = lost ? "lost" : "there";

function heard() {
  heardAt = performance.now();
  if (!lost) return;
  lost = false;
  mark();
  begin();
}

function unheard() {
  if (lost) return;
  lost = true;
  mark();
  document.dispatchEvent(new Event("karyalay:lost"));
  if (known) for (const place of document.querySelectorAll("form[data-offline] [data-saved]")) place.textContent = "";
  show();
  next();
}

function next() {
  clearTimeout(timer);
  if (document.visibilityState === "hidden") return;
  timer = setTimeout(() => beat(), lost || performance.now() - actedAt < BUSY ? EVERY : REST);
}

/** Asks for the smallest answer there is, unless something else has just been heard. */
async function beat(now = false) {
  if (now || lost || performance.now() - heardAt > EVERY / 2) {
    const patience = new AbortController(), over = setTimeout(() => patience.abort(), PATIENCE);
    try {
      const answer = await fetch("/line", { cache: "no-store", credentials: "omit", signal: patience.signal });
      if (answer.status === 204) heard();
      else unheard();
    } catch {
      unheard();
    }
    clearTimeout(over);
  }
  // What a busy server or an ended session stopped, and a key that could not be had.
  const unfinished = counts.waiting > 0 || secure && !known && document.querySelector("form[data-offline]");
  if (!lost && unfinished && performance.now() - begunAt > AGAIN) begin();
  next();
}

for (const name of ["input", "keydown", "pointerdown"]) {
  document.addEventListener(name, () => {
    const rested = performance.now() - actedAt > BUSY;
    actedAt = performance.now();
    if (rested) beat();
  }, { capture: true, passive: true });
}
document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "visible") beat();
  else saveTyped();
});
window.addEventListener("online", beat);
window.addEventListener("offline", beat);
document.addEventListener("karyalay:heard", heard);
document.addEventListener("karyalay:unheard", beat);

/* The key of this person on this device: asked of the server for each page that may need it, kept in memory alone. */

let known = null; // { csrf, signing, id, keys: Map<id, CryptoKey> }

/** @throws Error whose message is the status, 401 also when somebody else has signed in meanwhile */
async function unsealing() {
  const { csrf, as, keys, store, person } = box().dataset;
  const { entries, allTyped, importKey } = await import(store);
  const data = new URLSearchParams({ _csrf: known?.csrf ?? csrf, as });
  // A browser that lost its power may have lost its own mark with it: then its earlier key goes by its id.
  const mine = [...await entries(), ...await allTyped()].filter(one => one.person === person);
  for (const id of new Set(mine.map(one => one.key))) data.append("key", id);
  const answer = await fetch(keys, { method: "POST", body: data, headers: { "X-Karyalay": "fetch" }, cache: "no-store" });
  if (!answer.ok || answer.redirected) throw new Error(answer.redirected || [403, 423].includes(answer.status) ? "401" : String(answer.status));
  const given = await answer.json();
  if (given.person !== person) throw new Error("401");
  const opened = new Map();
  for (const one of given.keys) opened.set(one.id, await importKey(one.secret));
  known = { csrf: given.csrf, signing: given.signing, id: given.key, keys: opened };
  box().dataset.ready = "yes";
  return known;
}

/* Forms */

/** send.js asks before it sends and when it could not: what it is told to leave is kept here. */
document.addEventListener("karyalay:unsent", event => {
  const { form, tried } = event.detail;
  const behind = counts.waiting > 0;
  if (!form.matches("[data-offline]") || !secure || !known || !box()) return;
  if (!tried && !lost && !behind) return;
  event.preventDefault();
  event.detail.taken = take(event.detail);
  if (tried) beat(true);
});

const NOT_KEPT = /^(_csrf|pin|.*password.*)$/i;
const fieldsOf = data => Array.from(data).filter(([name, value]) => typeof value === "string" && !NOT_KEPT.test(name));

/** Files chosen for the form that have not arrived: uploads.js leaves each with its line. */
const filesOf = form => Array.from(form.querySelectorAll("[data-uploads-list] > li"), line => line.file).filter(Boolean);

function titleOf(form, fields) {
  const names = (form.dataset.offlineTitle ?? "").split(" ");
  const words = names.map(name => form.elements[name]?.value || fields.find(([one]) => one === name)?.[1]?.trim());
  return words.filter(Boolean).join(" · ").slice(0, 400);
}

const actionOf = (form, button) =>
  new URL(button?.getAttribute("formaction") ?? form.getAttribute("action"), location.href).href.slice(location.origin.length);

async function take({ form, button, data }) {
  const store = await import(box().dataset.store);
  const { person } = box().dataset, { id, keys } = known, key = keys.get(id);
  const fields = fieldsOf(data), files = filesOf(form), act = data.get("act"), bound = person + " " + act;
  const signs = form.hasAttribute("data-offline-signs");
  const words = {
    form: form.dataset.offline, title: titleOf(form, fields), fields, signs, seen: seenIn(form), page: location.pathname + location.search,
    action: actionOf(form, button),
    number: form.hasAttribute("data-offline-number"), names: files.map(file => file.name),
  };
  const entry = { act, person, key: id, at: Date.now(), state: "waiting", uploads: [], words: await store.sealWords(key, bound, words), files: [] };
  for (const file of files) entry.files.push(await store.seal(key, bound, await file.arrayBuffer()));
  await store.add(entry);
  navigator.storage?.persist?.();
  await forget(form);
  empty(form, button);
  form.elements.act.value = store.actId();
  news?.postMessage({});
  await begin();
}

/** The form for the next entry; what the pressed button keeps stays. */
function empty(form, button) {
  const only = button?.dataset.offlineClears?.split(" ");
  for (const field of form.elements) {
    if (!field.name || !field.matches("input:not([type=hidden]), textarea, select") || only && !only.includes(field.name)) continue;
    if (/^(radio|checkbox)$/.test(field.type)) field.checked = only ? field.checked : field.defaultChecked;
    else if (field.matches("select")) field.selectedIndex = Math.max(0, Array.from(field.options).findIndex(option => option.defaultSelected));
    else field.value = "";
    delete field.dataset.body;
  }
  form.querySelector(".ProseMirror")?.dispatchEvent(new CustomEvent("karyalay:replace", { detail: '{"type":"doc","content":[{"type":"paragraph"}]}' }));
  for (const line of form.querySelectorAll("[data-uploads-list] > li")) {
    line.stop?.();
    line.remove();
  }
  form.querySelector("[data-uploads]")?.dispatchEvent(new CustomEvent("uploads-changed", { bubbles: true }));
  form.querySelector("[data-restore]")?.remove();
  for (const place of form.querySelectorAll("[data-saved]")) place.textContent = "";
  delete form.dataset.typed;
}

/* What is being typed */

const unsaved = new Set();
let saving = 0;

document.addEventListener("input", event => {
  const form = event.target.closest?.("form[data-offline]");
  if (!form || !known) return;
  unsaved.add(form);
  saving = saving || setTimeout(saveTyped, TYPING);
});

/** All that stands in fields one writes into. */
const seenIn = form => Array.from(form.querySelectorAll("textarea, input:not([type]), input[type=text], input[type=search], input[type=number]"), field => field.value.trim())
  .filter(Boolean).join(" · ");

const place = form => box().dataset.person + " " + box().dataset.as + " " + form.getAttribute("action");

async function saveTyped() {
  clearTimeout(saving);
  saving = 0;
  const forms = Array.from(unsaved);
  unsaved.clear();
  if (!known || forms.length === 0) return;
  const store = await import(box().dataset.store);
  const { person } = box().dataset, { id, keys } = known;
  for (const form of forms) {
    if (form.dataset.sending || form.dataset.gone) continue;
    const fields = fieldsOf(new FormData(form)).filter(([name]) => !/^(as|act)$/.test(name)), seen = seenIn(form);
    if (!seen) {
      await forget(form);
      continue;
    }
    const one = { id: await store.digest(place(form)), person, key: id, at: Date.now() };
    one.words = await store.sealWords(keys.get(id), person + " " + one.id, { fields, seen });
    if (form.dataset.sending || form.dataset.gone) continue;
    await store.putTyped(one).catch(() => null);
  }
}

async function forget(form) {
  unsaved.delete(form);
  if (!secure || !form.matches("[data-offline]")) return;
  const store = await import(box().dataset.store);
  await store.dropTyped(await store.digest(place(form))).catch(() => null);
}

document.addEventListener("karyalay:sent", event => {
  event.detail.until = forget(event.target).catch(() => null);
});

/** What a cut took from this form, and what was refused, is offered, never put in unasked. */
async function offer(form) {
  const store = await import(box().dataset.store), { person } = box().dataset;
  if (!known || form.dataset.typed || form.querySelector("[data-restore]")) return;
  const typed = await store.typed(await store.digest(place(form))), key = typed && known.keys.get(typed.key);
  if (key) {
    const { fields, seen } = await store.unsealWords(key, person + " " + typed.id, typed.words);
    if (seen !== seenIn(form)) offered(form, typed.at, seen, fields);
  }
  for (const one of await store.entries()) {
    const its = one.person === person && one.state === "refused" && one.files.length === one.uploads.length && known.keys.get(one.key);
    if (!its) continue;
    const words = await store.unsealWords(its, person + " " + one.act, one.words);
    const fields = words.fields.concat(one.uploads.map(id => ["upload", id]));
    if (words.action === actionOf(form)) offered(form, one.at, words.seen, fields, () => store.drop(one.seq));
  }
}

function offered(form, at, seen, fields, after) {
  const line = box().querySelector("template[data-restore]").content.firstElementChild.cloneNode(true);
  line.querySelector("time").textContent = clock(at);
  line.querySelector("q").textContent = seen.slice(0, 120);
  line.querySelector("[data-back]").addEventListener("click", () => restore(form, fields, line, after));
  line.querySelector("[data-away]").hidden = Boolean(after); // a refused entry is deleted in the list, where one is asked twice
  line.querySelector("[data-away]").addEventListener("click", () => forget(form).then(() => line.remove()));
  form.prepend(line);
}

/** Through the server's own draft where the form has one, so that text, structure and files come back as they always do. */
async function restore(form, fields, line, after) {
  const draft = form.dataset.draft ?? form.dataset.kept;
  const data = new URLSearchParams(fields);
  for (const name of ["_csrf", "as", "act"]) data.set(name, form.elements[name].value);
  if (form.dataset.entry) data.set("entry", form.dataset.entry);
  if (draft) {
    const answer = await fetch(draft, { method: "POST", body: data, headers: { "X-Karyalay": "draft" } }).catch(() => null);
    if (!answer?.ok) return beat(true);
    form.dataset.gone = "yes";
    await forget(form);
    await after?.();
    return location.reload();
  }
  for (const [name, value] of fields) if (form.elements[name]?.matches?.("input, textarea, select")) form.elements[name].value = value;
  line.remove();
}

/* The bar and the list */

let counts = { waiting: 0, pin: 0, refused: 0, done: 0, others: 0 };
const clock = at => new Date(at).toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit", timeZone: "Asia/Kolkata" });

async function count() {
  counts = { waiting: 0, pin: 0, refused: 0, done: 0, others: 0 };
  if (!secure || !box()) return;
  const { entries } = await import(box().dataset.store);
  for (const one of await entries().catch(() => [])) {
    if (one.person !== box().dataset.person) counts.others += one.state === "done" ? 0 : 1;
    else counts[one.state]++;
  }
}

function show() {
  const place = document.querySelector(".net"), strip = box();
  if (!place || !strip) return;
  const { wordConnected, wordNoNetwork, wordNoNetworkLeft, wordLeft } = strip.dataset;
  const left = counts.waiting + counts.pin + counts.refused;
  place.hidden = false;
  place.classList.toggle("off", lost);
  place.classList.toggle("left", left > 0);
  const words = lost ? left ? wordNoNetworkLeft : wordNoNetwork : left ? wordLeft : wordConnected;
  place.textContent = words.replace("{0}", left);
  strip.hidden = !lost && left + counts.done === 0;
  strip.querySelector("[data-lost]").hidden = !lost || !secure;
  strip.querySelector("[data-insecure]").hidden = !lost || secure;
  const sum = strip.querySelector("[data-sum]");
  sum.hidden = left + counts.done === 0;
  sum.textContent = (counts.done ? strip.dataset.wordSum : wordLeft).replace("{0}", counts.done || left).replace("{1}", left);
  strip.querySelector("[data-others]").hidden = counts.others === 0;
  strip.querySelector("[data-others] b").textContent = counts.others;
  strip.querySelector("[data-waiting-open]").hidden = left + counts.done === 0;
}

/** What the list needs of this script; to import it again under another address would be a second one. */
const line = { box, clock, unsealing, changed, known: () => known, lost: () => lost, unheard };

/** Counts, shows, and once the key is there lists and sends. */
async function begin() {
  begunAt = performance.now();
  await count();
  show();
  if (!secure || !box()) return;
  const forms = document.querySelectorAll("form[data-offline]");
  const any = counts.waiting + counts.pin + counts.refused + counts.done > 0;
  if (!any && forms.length === 0) return;
  try {
    const queue = await import(box().dataset.queue);
    if (!known) await unsealing();
    forms.forEach(form => offer(form));
    await queue.list(line);
    if (!lost && counts.waiting + counts.pin > 0) await queue.send(line);
  } catch {
    // Without a key nothing is kept: the form says when it cannot be sent, as it always did.
  }
}

document.addEventListener("click", event => {
  const open = event.target.closest("[data-waiting-open]");
  if (!open) return;
  const list = box().querySelector("[data-list]");
  list.hidden = !list.hidden;
  open.setAttribute("aria-expanded", String(!list.hidden));
  if (!list.dataset.ready) begin();
});

news?.addEventListener("message", async event => {
  const { sent } = event.data;
  if (sent?.includes(location.pathname) && !document.querySelector("form[data-typed]")) return location.reload();
  await count();
  show();
  if (known) (await import(box().dataset.queue)).list(line);
});

/** After this tab has changed something. */
async function changed(sent) {
  news?.postMessage({ sent });
  await count();
  show();
  if (sent?.includes(location.pathname) && !document.querySelector("form[data-typed]")) location.reload();
}

if (secure) navigator.serviceWorker?.register("/service-worker.js").catch(() => null);
document.addEventListener("karyalay:page", begin);
begin();
next();
