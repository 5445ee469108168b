// Type-ahead over posts: name, designation, abbreviation, office, in either script. Without this script the field
// takes a marking abbreviation. `data-picker` is the address that answers `?q=` with <li data-value>…</li> lines;
// `data-many` lets several stand in one field, parted by `;`.

const PAUSE = 150;
const open = new WeakMap();
let serial = 0;

document.addEventListener("input", event => {
  if (event.target.matches("[data-picker]")) later(event.target);
});
document.addEventListener("focusin", event => {
  if (event.target.matches("[data-picker]") && event.target.value === "") later(event.target);
});
document.addEventListener("focusout", event => {
  if (event.target.matches("[data-picker]")) setTimeout(() => close(event.target), 150);
});
document.addEventListener("keydown", event => {
  const field = event.target;
  if (!field.matches?.("[data-picker]") || !open.get(field)?.list || event.isComposing) return;
  switch (event.code) {
    case "ArrowDown": step(field, 1); break;
    case "ArrowUp": step(field, -1); break;
    case "Escape": close(field); break;
    case "Enter": if (!take(field)) return; break;
    case "Tab": take(field); return;
    default: return;
  }
  event.preventDefault();
  event.stopPropagation();
}, true);

function later(field) {
  const state = open.get(field) ?? {};
  open.set(field, state);
  clearTimeout(state.timer);
  state.timer = setTimeout(() => ask(field, state), PAUSE);
}

/** What is being typed now: of several, the last. */
const typed = field => (field.dataset.many ? field.value.split(";").at(-1) : field.value).trim();

async function ask(field, state) {
  const asked = typed(field);
  if (state.asked === asked && state.list) return;
  state.asked = asked;
  const address = new URL(field.dataset.picker, location.href);
  address.searchParams.set("q", asked);
  try {
    const answer = await fetch(address, { headers: { "X-Karyalay": "fetch" } });
    if (!answer.ok || state.asked !== asked || document.activeElement !== field) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    show(field, state, Array.from(page.querySelectorAll("li[data-value]")));
  } catch {
    close(field); // Without a line the field still takes an abbreviation.
  }
}

function show(field, state, lines) {
  close(field);
  if (lines.length === 0 && state.asked === "") return;
  const list = document.createElement("ul");
  list.className = "options";
  list.id = "options-" + ++serial;
  list.setAttribute("role", "listbox");
  for (const line of lines) list.append(option(field, document.importNode(line, true), list));
  if (lines.length === 0) list.append(Object.assign(document.createElement("li"), { textContent: document.body.dataset.wordNobody, className: "muted" }));
  (field.closest(".picker") ?? field.parentElement).append(list);
  state.list = list;
  field.setAttribute("role", "combobox");
  field.setAttribute("aria-expanded", "true");
  field.setAttribute("aria-controls", list.id);
  if (lines.length > 0 && state.asked !== "") select(field, list.firstElementChild);
}

function option(field, line, list) {
  line.setAttribute("role", "option");
  line.id = list.id + "-" + list.children.length;
  line.addEventListener("pointerdown", event => {
    event.preventDefault();
    select(field, line);
    take(field);
  });
  return line;
}

const chosen = field => open.get(field)?.list?.querySelector("[aria-selected=true]") ?? null;

function select(field, line) {
  chosen(field)?.removeAttribute("aria-selected");
  line.setAttribute("aria-selected", "true");
  line.scrollIntoView({ block: "nearest" });
  field.setAttribute("aria-activedescendant", line.id);
}

function step(field, by) {
  const lines = Array.from(open.get(field).list.querySelectorAll("[role=option]"));
  if (lines.length === 0) return;
  const at = lines.indexOf(chosen(field));
  select(field, lines[(at + by + lines.length) % lines.length] ?? lines[0]);
}

function take(field) {
  const line = chosen(field);
  if (!line) return false;
  const text = line.dataset.value + " · " + (line.dataset.text ?? line.querySelector("b + span, span")?.textContent ?? "").trim();
  const before = field.dataset.many ? field.value.split(";").slice(0, -1).map(part => part.trim() + "; ").join("") : "";
  field.value = before + text.replace(/ · $/, "");
  close(field);
  field.dispatchEvent(new Event("change", { bubbles: true }));
  return true;
}

function close(field) {
  const state = open.get(field);
  state?.list?.remove();
  if (state) state.list = null;
  field.setAttribute("aria-expanded", "false");
  field.removeAttribute("aria-activedescendant");
}
