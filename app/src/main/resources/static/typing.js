// Hindi under the fingers: three layouts over any keyboard, and text of KrutiDev turned into Unicode when it is pasted.
// This part is on every page and small; a layout is fetched when somebody chooses it. Without it, and on a machine whose
// own keyboard types Hindi, everything is typed as ever: a key that brings a Hindi letter already is left alone.
//   data-typing    on a text field; of a note editor on the textarea that it stands for
//   data-key="F9"  the visible switch between the machine's own keyboard and the layout used last

let box = null;
let assets = {};
let name = "";
let layout = null;
let word = null; // what is being typed: where, the Latin keys of it, and what of it stands in the field

/** Where one writes: a field of ours or a note editor, with a way to put text in place of text before the cursor. */
function place(target) {
  const field = target?.closest?.("textarea[data-typing], input[data-typing]");
  if (field && !field.readOnly && !field.disabled) return { dom: field, put: (old, text) => putField(field, old, text) };
  const note = target?.closest?.(".ProseMirror");
  if (!note?.closest(".editor")?.previousElementSibling?.matches("[data-typing]")) return null;
  return { dom: note, put: (old, text) => !note.dispatchEvent(new CustomEvent("karyalay:type", { detail: { old, text }, cancelable: true })) };
}

/** Puts text in as typing does, so that Ctrl+Z takes it back and the page hears of it. */
function putField(field, old, text) {
  const { selectionStart: start, selectionEnd: end, value } = field;
  if (!value.slice(0, start).endsWith(old)) return false;
  if (start === end && old === text) return true;
  // The whole word anew: a selection that begins within a syllable is moved to its edge by browsers.
  field.setSelectionRange(start - old.length, end);
  if (!document.execCommand(text ? "insertText" : "delete", false, text)) field.setRangeText(text, start - old.length, end, "end");
  return true;
}

document.addEventListener("keydown", event => {
  if (!layout || box.offsetParent === null || event.isComposing || event.keyCode === 229 || event.ctrlKey || event.metaKey || event.altKey || event.getModifierState("AltGraph")) return forget(event);
  const here = place(event.target);
  if (!here) return forget(event);
  if (event.code === "Backspace") return back(event, here);
  if (event.key.length !== 1 || event.key > "~" || event.code === "Space") return forget(event);
  const key = layout.gather(event);
  const text = key ? "" : layout.plain(event);
  if (!key && !text) return forget(event);
  if (key ? gather(here, key) : here.put("", text)) event.preventDefault();
  if (text) word = null;
  if (event.defaultPrevented) event.stopPropagation();
}, true);

/** A key that is none of ours ends the word; the list of words has keys of its own. */
function forget(event) {
  if (/^(Shift|Control|Alt|Meta|CapsLock|AltGraph)/.test(event.code)) return;
  if (word?.offers?.key(event)) return;
  end();
}

function end() {
  word?.offers?.close();
  word = null;
}

function gather(here, key) {
  if (word?.dom !== here.dom) end();
  const latin = (word?.latin ?? "") + key;
  return write(here, latin) || word !== null && (end(), write(here, key));
}

function write(here, latin) {
  const shown = layout.render(latin);
  if (!here.put(word?.shown ?? "", shown)) return false;
  word = { dom: here.dom, latin, shown, offers: word?.offers };
  offer(here);
  return true;
}

function back(event, here) {
  if (!word || word.dom !== here.dom || selected(here.dom)) return end();
  const latin = word.latin.slice(0, -1), shown = latin ? layout.render(latin) : "";
  if (!here.put(word.shown, shown)) return end();
  event.preventDefault();
  event.stopPropagation();
  word = latin ? { ...word, latin, shown } : end() ?? null;
  if (word) offer(here);
}

const selected = dom => dom.matches("textarea, input") ? dom.selectionStart !== dom.selectionEnd : !getSelection().isCollapsed;

/** Words that may be meant: shown beside what is typed, taken by hand. */
async function offer(here) {
  if (!layout.readings) return;
  const mine = word;
  try {
    const { offers } = await import(assets.offers);
    if (word !== mine) return;
    word.offers = offers({
      words: assets.words, readings: layout.readings, title: assets.wordOffers, latin: word.latin, shown: word.shown, dom: here.dom,
      take: text => {
        if (word && here.put(word.shown, text)) end();
      },
    });
  } catch {
    // Without a line nothing is offered; what is typed stands.
  }
}

document.addEventListener("pointerdown", event => {
  if (!event.target.closest(".typing-offers")) end();
}, true);
document.addEventListener("focusout", end);
document.addEventListener("compositionstart", end, true);

// Text of a legacy font is held back, shown in Unicode, and goes in as the writer says.
document.addEventListener("paste", event => {
  if (event.detail === "karyalay" || !assets.paste) return;
  const here = place(event.target);
  const text = event.clipboardData?.getData("text/plain") ?? "", html = event.clipboardData?.getData("text/html") ?? "";
  if (!here || !suspect(text, html)) return;
  event.preventDefault();
  event.stopPropagation();
  end();
  hold(here, text, html);
}, true);

/** At a glance, before the table is here: letters that meet in no language, or a font's name. */
function suspect(text, html) {
  if (/font-family:[^;">]*(kruti|devlys)/i.test(html)) return true;
  const words = text.slice(0, 2000).split(/\s+/).filter(Boolean);
  const odd = words.filter(one => /[A-Za-z][;\[{}|"`=<>][A-Za-z]|^[;,\[|{"'][a-z]|[a-z][A-Z][a-z]|^(gSA?|gSaA?|dh|ds|dk|dks|ls|esa|vkSj|fd|ij)$/.test(one));
  return odd.length * 4 >= words.length && odd.length > 0;
}

async function hold(here, text, html) {
  try {
    const { offerPaste } = await import(assets.paste);
    await offerPaste({ dom: here.dom, put: here.put, text, html, assets });
  } catch {
    here.put("", text);
  }
}

async function use(chosen) {
  end();
  name = chosen;
  try {
    layout = chosen === "OWN" ? null : await (await import(assets.layouts)).layout(chosen, assets);
  } catch {
    layout = null;
    name = "OWN";
  }
  show();
}

function show() {
  const label = box.querySelector("[data-typing-name]");
  for (const button of box.querySelectorAll("button[name=typing]")) {
    const on = button.value === name;
    button.setAttribute("aria-current", String(on));
    if (on) label.textContent = button.textContent.trim();
  }
  box.classList.toggle("on", name !== "OWN");
}

/** The choice goes with the person, not with the machine. */
async function choose(chosen) {
  await use(chosen);
  const form = box.querySelector("form");
  const data = new URLSearchParams(new FormData(form));
  data.set("typing", chosen);
  if (chosen !== "OWN") remember(chosen);
  await fetch(form.action, { method: "POST", body: data, headers: { "X-Karyalay": "fetch" }, redirect: "manual", keepalive: true }).catch(() => null);
}

const last = () => {
  try {
    return localStorage.getItem("typing") ?? "PHONETIC";
  } catch {
    return "PHONETIC";
  }
};
const remember = chosen => {
  try {
    localStorage.setItem("typing", chosen);
  } catch {
    // A browser that stores nothing goes back to the phonetic layout.
  }
};

// A refusal because of KrutiDev brings the same fields in Unicode: one press puts them in their places.
document.addEventListener("click", event => {
  const offered = event.target.closest("[data-typing-replace]")?.closest("[data-legible]");
  const form = offered?.closest("form");
  if (!form) return;
  for (const fresh of offered.querySelectorAll("[data-name]")) replace(form, fresh.dataset.name, fresh.dataset.value);
  offered.closest("[role=alert]").replaceChildren();
});

function replace(form, field, value) {
  const note = field === "body" ? form.querySelector(".ProseMirror") : null;
  note?.dispatchEvent(new CustomEvent("karyalay:replace", { detail: value }));
  note?.focus(); // the pressed button goes; with nothing focused the tools fold up and the next press meets a moving button
  const place = form.elements[field];
  if (!place?.matches?.("textarea, input:not([type=hidden])") || place.hidden) return;
  place.focus();
  place.select();
  putField(place, "", value);
}

let writing = null;
document.addEventListener("focusin", event => {
  if (place(event.target)) writing = event.target;
});

async function picture() {
  const { picture } = await import(assets.picture);
  await picture({ name: name === "OWN" ? last() : name, help: assets.help, close: assets.wordClose });
}

function begin() {
  box = document.querySelector("[data-typing-switch]");
  if (!box) return;
  assets = box.dataset;
  box.hidden = !document.querySelector("[data-typing]");
  if (box.hidden || box.dataset.begun) return;
  box.dataset.begun = "yes";
  box.addEventListener("mousedown", event => {
    if (event.target.closest("button")) event.preventDefault(); // the cursor stays where one writes
  });
  box.addEventListener("click", event => {
    if (event.target.closest("[data-typing-toggle]")) choose(name === "OWN" ? last() : "OWN");
    if (event.target.closest("[data-typing-picture]")) picture();
  });
  box.querySelector("form").addEventListener("submit", event => {
    event.preventDefault();
    event.stopPropagation();
    choose(event.submitter.value);
    box.querySelector("details").open = false;
    writing?.focus();
  });
  use(name || assets.layout);
}

document.addEventListener("karyalay:page", begin);
begin();
