// The diary form: offers while one types (senders, category, usual addressee, what was diarised before), the
// scan beside the form, and the change from letter to petition. Everything it offers must be accepted by hand.
// Without this script the form does the same on sending.

const PAUSE = 350;
const say = (pattern, ...words) => words.reduce((text, word, i) => text.replace(`{${i}}`, word), pattern);
const form = document.querySelector("[data-diary]");
const SENDER = ["name", "designation", "organisation", "department", "address", "district", "state", "pin", "phone", "email"];

let timer = 0;
let asked = 0;

// What was asked for by a key before it was offered: it is taken when it comes, and sending waits for it.
const wish = { category: false, to: false, sender: false };
let after = null;

/** Asks what may be offered. What is typed travels in the body, never in an address. */
async function ask(at) {
  const mine = ++asked;
  const data = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === "string") data.append(name, value);
  data.append("at", at);
  try {
    const answer = await fetch(form.dataset.hints, { method: "POST", body: data, headers: { "X-Karyalay": "fetch" } });
    if (mine !== asked) return;
    if (answer.ok) offer(await answer.json(), at);
    else fulfilled();
  } catch {
    // Without a line nothing is offered; the form works all the same.
    fulfilled();
  }
}

function fulfilled() {
  if (wish.category || wish.to) sayNone();
  wish.category = wish.to = wish.sender = false;
  const button = after;
  after = null;
  if (button) form.requestSubmit(button);
}

function sayNone() {
  for (const [asked, place] of [[wish.category, "[data-guess]"], [wish.to, "[data-usual]"]]) {
    const spot = form.querySelector(place);
    if (asked && spot && spot.children.length === 0) spot.textContent = form.dataset.wordNone ?? "";
  }
}

function offer(hints, at) {
  earlier(hints.earlier);
  chip("[data-guess]", "KeyG", hints.category && say(form.dataset.wordGuess, hints.categoryName), () => {
    form.elements.category.value = hints.category;
    soon();
    // To whom such dak usually goes follows from the category.
    ask("category");
  });
  chip("[data-usual]", "KeyU", hints.addressee && say(form.dataset.wordUsual, hints.addressee), () => {
    form.elements.to.value = hints.addressee;
    soon();
  });
  if (at.startsWith("sender-")) senders(hints.senders);
  if (wish.category) {
    wish.category = false;
    const guess = form.querySelector("[data-guess] .chip");
    if (guess) return guess.click();
  }
  if (wish.to) form.querySelector("[data-usual] .chip")?.click();
  fulfilled();
  const villages = document.getElementById("villages");
  if (villages && at === "sender-village") {
    villages.replaceChildren(...hints.villages.map(name => Object.assign(document.createElement("option"), { value: name })));
  }
}

/** One offer as a button; taking it takes it away. */
function chip(place, key, words, take) {
  const spot = form.querySelector(place);
  if (!spot) return;
  spot.replaceChildren();
  if (!words) return;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "chip";
  button.textContent = words + " ";
  button.dataset.key = "Alt+" + key;
  button.append(Object.assign(document.createElement("kbd"), { textContent: "Alt+" + key.at(-1) }));
  button.addEventListener("click", () => {
    spot.replaceChildren();
    take();
  });
  spot.append(button);
}

/** The strip under the letter number: what was diarised before, with a link to it. */
function earlier(found) {
  const strip = form.querySelector("[data-earlier]");
  strip.replaceChildren(...found.map(one => {
    const line = document.createElement("p"), link = document.createElement("a");
    line.className = "notice";
    line.textContent = say(form.dataset.wordEarlier, one.day, one.number) + " ";
    link.href = one.address;
    link.target = "_blank";
    link.textContent = form.dataset.wordOpen;
    line.append(link);
    return line;
  }));
}

function senders(found) {
  const list = form.querySelector("[data-senders]");
  if (!list) return;
  list.hidden = found.length === 0;
  list.replaceChildren(...found.map((sender, i) => {
    const item = document.createElement("li"), button = document.createElement("button");
    button.type = "button";
    button.tabIndex = -1;
    button.textContent = [sender.organisation, sender.designation, sender.name, sender.address].filter(Boolean).join(", ");
    if (i === 0) item.setAttribute("aria-selected", "true");
    button.addEventListener("click", () => met(sender, list));
    item.append(button);
    return item;
  }));
  // Enter came before the list: only what can be nothing else is taken unseen.
  if (wish.sender && found.length === 1) met(found[0], list);
}

/** A sender met before fills what is known of him, and the letter's own number is next. */
function met(sender, list) {
  for (const part of SENDER) {
    const field = form.elements["sender-" + part];
    if (field && sender[part]) field.value = sender[part];
  }
  list.hidden = true;
  wish.sender = false;
  soon();
  form.elements["letter-number"]?.focus();
  ask("sender");
}

/** In the sender's fields arrows choose, Enter takes; elsewhere Enter goes on to the next field, as a clerk expects. */
function keys(event) {
  if (event.isComposing || event.metaKey) return;
  if (event.altKey && !event.ctrlKey && (event.code === "KeyG" || event.code === "KeyU")) return hinted(event);
  const field = event.target;
  if (!field.matches("input:not([type=checkbox], [type=radio], [type=file])") || event.altKey || event.ctrlKey || event.shiftKey) return;
  const list = form.querySelector("[data-senders]");
  const at = list && !list.hidden && field.name.startsWith("sender-") ? list.querySelector("[aria-selected]") : null;
  if (at && (event.code === "ArrowDown" || event.code === "ArrowUp")) {
    const next = event.code === "ArrowDown" ? at.nextElementSibling : at.previousElementSibling;
    if (next) [at, next].forEach(one => one.toggleAttribute("aria-selected", one === next));
    event.preventDefault();
  } else if (at && event.code === "Escape") list.hidden = true;
  else if (event.code === "Enter") {
    event.preventDefault();
    if (at) return at.querySelector("button").click();
    if (list && timer && field.name === "sender-organisation" && field.value.trim().length > 1) {
      wish.sender = true;
      now(field.name);
    } else next(field);
  }
}

function hinted(event) {
  event.preventDefault();
  event.stopPropagation();
  const guess = event.code === "KeyG";
  const offered = form.querySelector(guess ? "[data-guess] .chip" : "[data-usual] .chip");
  if (offered && !timer) return offered.click();
  wish[guess ? "category" : "to"] = true;
  now("category");
}

function now(at) {
  clearTimeout(timer);
  timer = 0;
  ask(at);
}

function next(field) {
  const all = Array.from(form.elements).filter(one => one.offsetParent !== null && !one.disabled && one.tabIndex >= 0 && one.type !== "file");
  all[all.indexOf(field) + 1]?.focus();
}

/** The scan as large as the left side allows, with its thumbnails: the last document chosen. */
async function scan(upload) {
  const place = form.querySelector("[data-scan-page]");
  if (!place) return;
  place.dataset.upload = upload?.value ?? "";
  if (!upload) return place.replaceChildren();
  const address = `${upload.dataset.base}?as=${encodeURIComponent(document.body.dataset.as)}`;
  const answer = await fetch(address, { headers: { "X-Karyalay": "fetch" } }).catch(() => null);
  if (!answer?.ok || place.dataset.upload !== upload.value) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  place.replaceChildren(document.importNode(page.querySelector("[data-viewer]"), true));
  document.dispatchEvent(new Event("karyalay:page"));
}

/** What stands in the form is kept on the server, for its author alone, until it is saved. */
let keeping = 0;
let since = 0;
let sending = null;

function soon() {
  if (!form.dataset.kept) return;
  const now = Date.now();
  since = since || now;
  clearTimeout(keeping);
  keeping = setTimeout(keep, Math.max(0, Math.min(1500, since + 5000 - now)));
}

function stop() {
  clearTimeout(keeping);
  since = 0;
  sending?.abort();
}

async function keep() {
  stop();
  if (form.dataset.sending || form.dataset.gone) return;
  const data = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === "string") data.append(name, value);
  if (form.dataset.entry) data.append("entry", form.dataset.entry);
  const mine = sending = new AbortController(), place = form.querySelector("[data-saved]");
  try {
    const answer = await fetch(form.dataset.kept, {
      method: "POST", body: data, headers: { "X-Karyalay": "fetch" }, signal: mine.signal, keepalive: data.toString().length < 60000,
    });
    if (!answer.ok || answer.redirected) throw new Error(String(answer.status));
    place.textContent = (await answer.json()).saved;
    document.dispatchEvent(new Event("karyalay:heard"));
    if (!since) delete form.dataset.typed;
  } catch (fault) {
    if (fault.name === "AbortError") return;
    place.textContent = document.documentElement.dataset.line === "lost" ? "" : form.dataset.wordUnsaved;
    document.dispatchEvent(new Event("karyalay:unheard"));
  }
}

const lastUpload = () => Array.from(form.querySelectorAll("input[name=upload]")).at(-1);

if (form) {
  form.addEventListener("keydown", keys);
  form.addEventListener("submit", event => {
    if (wish.category || wish.to) {
      // What was asked for with a key is on its way.
      event.preventDefault();
      event.stopImmediatePropagation();
      after = event.submitter;
      return;
    }
    stop();
  }, true);
  form.addEventListener("change", soon);
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden" && since) keep();
  });
  form.addEventListener("input", event => {
    soon();
    if (event.target.matches("[data-picker], [type=file]")) return;
    clearTimeout(timer);
    timer = setTimeout(() => now(event.target.name), PAUSE);
  });
  form.addEventListener("change", event => {
    // The other form has other fields: the server draws it with what was typed. Sent as the browser sends it.
    if (event.target.name === "shape") {
      const then = Object.assign(document.createElement("input"), { type: "hidden", name: "then", value: "shape" });
      form.append(then);
      form.submit();
    }
  });
  form.addEventListener("uploads-changed", () => {
    soon();
    scan(lastUpload());
  });
  form.addEventListener("click", event => {
    const line = event.target.closest("li.upload");
    if (line && !event.target.closest("button")) scan(line.querySelector("input[name=upload]"));
  });
  scan(lastUpload());
  // The next letter begins with its sender; after "same sender" with its number.
  const first = form.querySelector("[name=sender-organisation], [name=sender-name]");
  if (document.activeElement === document.body && innerWidth > 700)
    (first?.value ? form.elements["letter-number"] ?? first : first)?.focus();
}

for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}
