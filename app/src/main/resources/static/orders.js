// The order bar (W1): one order on the ticked rows, or on the row under the cursor, or on the paper that is open.
// Keys by their place: O A R open it, 1 to 9 choose a phrase, Enter gives, Z takes back for ten seconds. The cursor
// then stands on the next row. Without this script the buttons lead to a page with the same form.

const SECONDS = 10;
const CURSOR = "desk-cursor", SAID = "order-said";
const bar = () => document.querySelector("[data-order-bar]");
const form = () => document.querySelector("[data-order-bar] [data-order-form]");
const rows = () => Array.from(document.querySelectorAll(".tray-form [data-row]"));
const box = row => row.querySelector("input[name=papers]");
const ticked = () => rows().filter(row => box(row)?.checked);
const cursor = () => rows().find(row => row.classList.contains("cursor"));
const chosen = () => (ticked().length > 0 ? ticked() : [cursor()].filter(Boolean));
const off = () => document.documentElement.classList.contains("keys-off");
const typing = target => target.closest?.("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable=true], [role=listbox]");
const headers = { "X-Karyalay": "fetch" };

let loading = false;
let waiting = [];
let sending = false;

document.addEventListener("keydown", event => {
  if (!bar() || event.isComposing || event.metaKey || event.ctrlKey) return;
  if (take(event)) {
    event.preventDefault();
    event.stopImmediatePropagation();
  }
}, true);

/** Whether the key was the bar's. */
function take(event) {
  const digit = /^Digit[1-9]$/.test(event.code);
  if (loading) {
    // What is pressed before the bar is there is not lost.
    if (digit || event.code === "Enter") waiting.push(event.code);
    return true;
  }
  if (form()) {
    if (event.code === "Escape" && !document.querySelector(".order-bar .options")) return close();
    return digit && (event.altKey || (!off() && !typing(event.target))) && press(event.code);
  }
  if (off() || event.altKey || event.shiftKey || typing(event.target)) return false;
  if (digit && !taken(event.code) && (bar().dataset.paper || chosen().length > 0)) return open("order", event.code);
  const acts = document.querySelector(`.tray-form .foot-bar [data-key="${event.code}"]`);
  if (acts && ticked().length === 0 && cursor()) box(cursor())?.click();
  return false;
}

/** Whether the key has another button on this page, as the panes of a file have. */
const taken = code => Array.from(document.querySelectorAll(`[data-key="${code}"]`)).some(one => one.offsetParent !== null);

document.addEventListener("click", event => {
  const button = event.target.closest("[data-order-open]");
  if (button && bar()) {
    event.preventDefault();
    open(button.dataset.orderOpen);
  }
  if (event.target.closest("[data-order-close]")) close();
  if (event.target.matches("[data-order-form] input[name=phrase]")) phrase(event.target);
  const link = event.target.closest(".tray-form [data-row] a[href]");
  if (link) remember(link.closest("[data-row]"));
});

function open(kind, ...keys) {
  waiting.push(...keys);
  if (loading) return true;
  loading = true;
  const address = new URL(kind === "delay" ? bar().dataset.delay : bar().dataset.order, location.href);
  if (bar().dataset.paper) address.searchParams.set("papers", bar().dataset.paper);
  fetch(address, { headers }).then(async answer => {
    if (!answer.ok || answer.redirected) throw new Error(String(answer.status));
    show(new DOMParser().parseFromString(await answer.text(), "text/html"), kind);
  }).catch(() => {
    say(bar().querySelector("[data-order-result]"), "refusal", bar().dataset.wordLost);
  }).finally(() => {
    loading = false;
    const keep = waiting;
    waiting = [];
    if (form()) for (const code of keep) press(code);
  });
  return true;
}

function show(page, kind) {
  const made = document.importNode(page.querySelector("[data-order-form]"), true);
  bar().querySelector("[data-order-slot]").replaceChildren(made);
  for (const button of made.querySelectorAll("[data-order-close]")) button.hidden = false;
  document.documentElement.classList.add("ordering");
  const files = bar().dataset.paper ? location.pathname.startsWith("/files/") : chosen().some(row => row.querySelector("a[href^='/files/']"));
  const pin = made.querySelector("[data-order-pin]");
  if (pin) {
    pin.hidden = !files;
    pin.querySelector("input").required = files;
  }
  const late = made.querySelector("[data-order-late]");
  if (late && !bar().dataset.paper) late.hidden = !chosen().some(row => row.querySelector(".due.late"));
  const all = files && (bar().dataset.paper || chosen().every(row => row.querySelector("a[href^='/files/']")));
  const first = kind === "report" ? made.querySelector("[data-code=call-for-report]") : all ? made.querySelector("input[name=phrase]") : null;
  if (first) first.click();
  else (made.querySelector("input[name=phrase]:checked") ?? made.querySelector("input[name=phrase], button.chip"))?.focus();
}

/** A digit chooses a phrase, or gives a reason; Enter presses what has the focus. */
function press(code) {
  if (code === "Enter") form()?.requestSubmit(form().querySelector("[data-order-give]"));
  else form().querySelector(`[data-digit="${code.slice(-1)}"]`)?.click();
  return true;
}

/** What usually goes with the phrase is put in, to be changed or given as it is. */
function phrase(radio) {
  const made = radio.closest("form"), { words, goes, last, due } = radio.dataset;
  const to = made.elements.to, give = made.querySelector("[data-order-give]");
  made.elements.words.placeholder = words;
  made.elements.due.value = due;
  to.value = goes === "LAST" ? last : "";
  to.placeholder = goes === "LAST" ? to.placeholder : bar()?.dataset.wordSender ?? "";
  made.querySelector("[data-order-to]").hidden = goes === "CLOSE" || goes === "BACK";
  const pin = made.querySelector("[data-order-pin] input[required]");
  if (pin && !pin.value) return pin.focus();
  if (goes !== "LAST") return give.focus();
  to.focus();
  to.select();
}

function close() {
  form()?.remove();
  document.documentElement.classList.remove("ordering");
  (cursor() && box(cursor()))?.focus({ preventScroll: true });
  return true;
}

document.addEventListener("submit", event => {
  const made = event.target;
  if (made.matches(".tray-form")) remember(cursor() ?? ticked()[0]);
  if (!bar() || !made.matches("[data-order-bar] form")) return;
  event.preventDefault();
  if (!sending) send(made, event.submitter);
}, true);

async function send(made, button) {
  sending = true;
  const data = new URLSearchParams(new FormData(made));
  if (button?.name) data.append(button.name, button.value);
  const on = chosen();
  if (made.matches("[data-order-form]") && !data.has("papers")) for (const row of on) data.append("papers", box(row).value);
  const place = made.querySelector("[data-order-says]") ?? bar().querySelector("[data-order-result]");
  try {
    const answer = await fetch(made.getAttribute("action"), { method: "POST", body: data, headers });
    const to = answer.headers.get("X-Karyalay-Location");
    if (to) await given(to, made.matches("[data-take-back]"));
    else if (answer.ok) result(await answer.text(), on);
    else say(place, "refusal", sentence(await answer.text()));
  } catch {
    say(place, "refusal", bar().dataset.wordLost);
  }
  sending = false;
}

const sentence = html => new DOMParser().parseFromString(html, "text/html").querySelector("[role=alert]")?.textContent.trim() ?? document.body.dataset.wordFault;

function say(place, how, words) {
  place.className = how;
  place.textContent = words;
}

/** The order stands: on the desk its rows go; from a paper, or after taking back, the way leads to the desk. */
async function given(to, back) {
  if (bar().dataset.paper || back) {
    sessionStorage.setItem(SAID, JSON.stringify({ to, until: back ? 0 : Date.now() + SECONDS * 1000 }));
    if (back) remember(cursor() ?? rows()[0]);
    return location.assign(bar().dataset.paper ? known()?.desk ?? bar().dataset.desk : location.href);
  }
  const until = Date.now() + SECONDS * 1000, page = await said(to, until);
  if (page) strike(page, { to, until });
}

/** Shows what became of an order; until then it may be taken back with one key. */
async function said(to, until) {
  const answer = await fetch(to, { headers }).catch(() => null);
  if (!answer?.ok || answer.redirected) return null;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("[data-result]");
  if (!page) return null;
  const place = bar().querySelector("[data-order-result]");
  place.className = "";
  place.replaceChildren(document.importNode(page, true));
  const end = () => place.querySelector("[data-take-back]")?.remove();
  if (until > Date.now()) setTimeout(end, until - Date.now());
  else end();
  return page;
}

/** The rows that went are taken off, the numbers above are set, and the cursor stands on the next. */
function strike(page, order) {
  const gone = new Set(Array.from(page.querySelectorAll("[data-gone]"), one => one.dataset.gone));
  const all = rows(), last = lastOf(all, gone);
  const next = all.slice(last + 1).find(row => !gone.has(box(row)?.value)) ?? all.filter(row => !gone.has(box(row)?.value)).at(-1);
  for (const row of ticked()) box(row).click();
  for (const row of all) if (gone.has(box(row)?.value)) row.remove();
  form()?.remove();
  document.documentElement.classList.remove("ordering");
  Array.from(document.querySelectorAll("nav.counts a b")).slice(0, 4)
    .forEach((number, i) => { number.textContent = page.dataset[["overdue", "today", "new", "all"][i]]; });
  if (rows().length === 0) {
    sessionStorage.setItem(SAID, JSON.stringify(order));
    return location.reload();
  }
  if (next) point(next);
}

function lastOf(all, gone) {
  for (let i = all.length - 1; i >= 0; i--) if (gone.has(box(all[i])?.value)) return i;
  return -1;
}

function point(row) {
  for (const other of rows()) other.classList.toggle("cursor", other === row);
  row.scrollIntoView({ block: "nearest" });
  box(row)?.focus({ preventScroll: true });
}

/** A page as the answer: what became of each row, which stays where it is. */
function result(html, on) {
  const page = new DOMParser().parseFromString(html, "text/html").querySelector("[data-result]");
  const place = bar().querySelector("[data-order-result]");
  place.className = "";
  place.replaceChildren(document.importNode(page, true));
  for (const row of on) if (box(row)?.checked) box(row).click();
  close();
}

/** Where the cursor stood, so that the way back leads to the next row. */
function remember(row) {
  if (!row || !box(row)) return;
  const ids = rows().map(one => box(one)?.value);
  sessionStorage.setItem(CURSOR, JSON.stringify({ desk: location.href, ids, at: box(row).value, ticked: ticked().map(one => box(one).value) }));
}

function known() {
  try {
    const memory = JSON.parse(sessionStorage.getItem(CURSOR));
    return memory?.desk && new URL(memory.desk).searchParams.get("as") === document.body.dataset.as ? memory : null;
  } catch {
    return null;
  }
}

function restore() {
  const memory = known();
  if (!memory || rows().length === 0 || !rows().some(row => box(row))) return;
  const here = new Map(rows().map(row => [box(row)?.value, row]));
  for (const id of memory.ticked) if (here.has(id) && !box(here.get(id)).checked) box(here.get(id)).click();
  const at = memory.ids.indexOf(memory.at);
  const next = memory.ids.slice(at).find(id => here.has(id)) ?? memory.ids.slice(0, at).reverse().find(id => here.has(id));
  point(next ? here.get(next) : rows()[0]);
  sessionStorage.removeItem(CURSOR);
}

function begin() {
  if (!bar() || bar().dataset.paper) return;
  restore();
  const kept = sessionStorage.getItem(SAID);
  sessionStorage.removeItem(SAID);
  if (kept) said(JSON.parse(kept).to, JSON.parse(kept).until);
}

document.addEventListener("karyalay:page", begin);
begin();
