// The keyboard (OP-134): keys are read by their place (`code`), because with an Inscript layout on, J and K type
// Hindi. Every key has a button; the keys can be switched off, and that is remembered.
//   data-key="KeyM"  "Alt+Digit1"  "Control+Enter"  "F8"      on buttons, links and summaries
//   data-rows > data-row                                      lists: J K Space Enter

const NAMES = { Control: "Ctrl", Slash: "?", Space: "Space", Enter: "Enter" };
const MODIFIERS = ["Control", "Alt", "Shift"];
const COOKIE = "keys";

const off = () => document.cookie.split("; ").includes(COOKIE + "=off");
const words = () => document.body.dataset;

document.addEventListener("keydown", event => {
  if (event.isComposing || event.metaKey || event.repeat && event.code !== "KeyJ" && event.code !== "KeyK") return;
  if (event.code === "Escape" && closeSheet()) return;
  const pressed = MODIFIERS.filter(name => event[name.toLowerCase().replace("control", "ctrl") + "Key"]);
  const plain = pressed.length === 0 || pressed.join() === "Shift";
  const functionKey = /^F\d+$/.test(event.code);
  if (plain && !functionKey && typing(event.target)) return;
  if (off() && plain && !functionKey) return;
  const done = press([...pressed, event.code].join("+")) || (pressed.length === 0 && move(event)) || (pressed.join() === "Shift" && event.code === "Slash" && sheet());
  if (done) event.preventDefault();
});

const typing = target => target.closest("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable=true], [role=listbox]") !== null;

const visible = element => element.offsetParent !== null || getComputedStyle(element).position === "fixed";

/** `Ctrl` and `Control` are one. */
const named = element => element.dataset.key.replace("Ctrl+", "Control+");

function press(keys) {
  const button = Array.from(document.querySelectorAll("[data-key]")).find(element => named(element) === keys && visible(element));
  if (!button || button.disabled) return false;
  if (button.matches("input, select, textarea")) button.focus();
  else button.click();
  return true;
}

/** J and K go through the rows, Space ticks, Enter opens. */
function move(event) {
  const rows = Array.from(document.querySelectorAll("[data-rows] [data-row]")).filter(visible);
  if (rows.length === 0) return false;
  const at = rows.findIndex(row => row.classList.contains("cursor"));
  switch (event.code) {
    case "KeyJ": return point(rows, Math.min(at + 1, rows.length - 1));
    case "KeyK": return point(rows, Math.max(at - 1, 0));
    case "Space": return at >= 0 && !event.target.closest("a, button, summary, input") && tick(rows[at]);
    case "Enter": return at >= 0 && !event.target.closest("a, button, summary") && open(rows[at]);
    default: return false;
  }
}

function point(rows, at) {
  for (const row of rows) row.classList.toggle("cursor", row === rows[at]);
  rows[at].scrollIntoView({ block: "nearest" });
  (rows[at].querySelector("input[type=checkbox]") ?? rows[at].querySelector("a"))?.focus({ preventScroll: true });
  return true;
}

function tick(row) {
  const box = row.querySelector("input[type=checkbox]");
  box?.click();
  return box !== null;
}

function open(row) {
  const link = row.querySelector("a[href]");
  link?.click();
  return link !== null;
}

/** Ticked rows bring up the bar of what can be done with them. */
function count(list) {
  const boxes = Array.from(list.querySelectorAll("[data-row] input[type=checkbox]"));
  for (const box of boxes) box.closest("[data-row]").classList.toggle("ticked", box.checked);
  const ticked = boxes.filter(box => box.checked).length;
  for (const bar of list.querySelectorAll("[data-ticked]")) {
    bar.classList.toggle("shown", ticked > 0);
    let shown = bar.querySelector(".ticked-count");
    if (!shown) {
      shown = document.createElement("span");
      shown.className = "ticked-count";
      shown.setAttribute("role", "status");
      bar.prepend(shown);
    }
    shown.textContent = ticked + " " + words().wordTicked;
  }
}

/** What Space ticked is done with: the cursor goes on to the next row. */
let spaced = false;
document.addEventListener("keydown", event => {
  spaced = event.code === "Space" && !off();
}, true);

function onward(row) {
  spaced = false;
  const rows = Array.from(row.closest("[data-rows]").querySelectorAll("[data-row]")).filter(visible);
  const at = rows.indexOf(row);
  if (row.classList.contains("cursor") && at + 1 < rows.length) point(rows, at + 1);
}

document.addEventListener("change", event => {
  const all = event.target.closest("[data-tick-all]");
  const list = event.target.closest("[data-rows]");
  if (!list) return;
  if (all) for (const box of list.querySelectorAll("[data-row] input[type=checkbox]")) box.checked = all.checked;
  count(list);
  const row = event.target.closest("[data-row]");
  if (spaced && row && event.target.checked) onward(row);
});

/** Shift+? shows the keys of this page. */
function sheet() {
  if (closeSheet()) return true;
  const box = document.createElement("div");
  box.className = "keys-sheet";
  box.setAttribute("role", "dialog");
  box.setAttribute("aria-label", words().wordKeys);
  const title = document.createElement("h2");
  title.textContent = words().wordKeys;
  const table = document.createElement("table");
  for (const [key, word] of keysOfPage()) {
    const row = table.insertRow();
    row.insertCell().append(Object.assign(document.createElement("kbd"), { textContent: key }));
    row.insertCell().textContent = word;
  }
  const close = Object.assign(document.createElement("button"), { type: "button", textContent: words().wordClose, onclick: closeSheet });
  const toggle = Object.assign(document.createElement("button"), { type: "button", textContent: off() ? words().wordKeysOn : words().wordKeysOff, className: "quiet", onclick: turn });
  box.append(title, table, close, toggle);
  document.body.append(box);
  close.focus();
  return true;
}

function closeSheet() {
  const box = document.querySelector(".keys-sheet");
  box?.remove();
  return box !== null;
}

function turn() {
  document.cookie = COOKIE + "=" + (off() ? "on" : "off") + "; path=/; max-age=31536000; samesite=lax";
  document.documentElement.classList.toggle("keys-off", off());
  closeSheet();
}

function keysOfPage() {
  const keys = Array.from(document.querySelectorAll("[data-key]")).filter(visible)
    .map(element => [name(named(element)), spoken(element)]);
  if (document.querySelector("[data-rows] [data-row]"))
    keys.unshift(["J", words().wordRowNext], ["K", words().wordRowPrevious], ["Space", words().wordRowTick], ["Enter", words().wordRowOpen]);
  keys.push(["?", words().wordKeys]);
  return keys;
}

const name = key => key.split("+").map(part => NAMES[part] ?? part.replace(/^Key|^Digit/, "")).join("+");

function spoken(element) {
  const copy = element.cloneNode(true);
  for (const key of copy.querySelectorAll("kbd")) key.remove();
  return element.getAttribute("aria-label") || copy.textContent.trim() || element.title || element.name || "";
}

function begin() {
  document.documentElement.classList.add("script");
  document.documentElement.classList.toggle("keys-off", off());
  for (const list of document.querySelectorAll("[data-rows]")) count(list);
  for (const button of document.querySelectorAll("[data-keys-sheet]")) {
    button.hidden = false;
    button.onclick = sheet;
  }
}

document.addEventListener("karyalay:page", begin);
window.addEventListener("pageshow", begin);
begin();
