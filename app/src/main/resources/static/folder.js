// The scanner's folder (OP-127): new files of it appear here by themselves and go into the upload field of the page
// with one key. What is still being written waits until it is whole. Which files were taken is remembered in this
// browser by name, size, hour and hash; no byte leaves before it is taken.

const TAKES = /\.(pdf|jpe?g|png|tiff?|docx)$/i;
const NO_FILES = /^(\.|~\$|thumbs\.db$|desktop\.ini$)|\.crswap$/i;
const UNFINISHED = /\.(tmp|part|partial|crdownload)$/i;
const PAUSE = 1000;
const MOST_AT_ONCE = 300;
const COUNTED = 20 << 20;

const say = (pattern, ...words) => words.reduce((text, word, i) => text.replaceAll(`{${i}}`, word), pattern);
const make = (tag, more, ...inside) => {
  const made = Object.assign(document.createElement(tag), more);
  made.append(...inside);
  return made;
};

/** One small store of this browser: the folder's handle, and what became of its files. */
const store = (mode, work) =>
  new Promise((done, failed) => {
    const opening = indexedDB.open("scan-folder", 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore("kept");
    opening.onerror = () => failed(opening.error);
    opening.onsuccess = () => {
      const db = opening.result, change = db.transaction("kept", mode), asked = work(change.objectStore("kept"));
      change.oncomplete = () => (db.close(), done(asked.result));
      change.onerror = change.onabort = () => (db.close(), failed(change.error));
    };
  });
const kept = (key) => store("readonly", (all) => all.get(key)).catch(() => undefined);
const keep = (key, value) => store("readwrite", (all) => all.put(value, key)).catch(() => {});

async function hash(file) {
  const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", await file.arrayBuffer()));
  return Array.from(bytes.subarray(0, 16), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** The server strikes out of a name what no file name may bear. */
const bare = (name) => name.replace(/[^\p{L}\p{M}\p{N}]/gu, "");

const tail = async (file, length) => new Uint8Array(await file.slice(Math.max(0, file.size - length)).arrayBuffer());
const text = (bytes) => Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");

/** Whether the file has its end: scanners write for seconds, and a name is there before its bytes. */
async function whole(file) {
  if (file.size === 0) return false;
  const end = text(await tail(file, 2048));
  if (/\.pdf$/i.test(file.name)) return end.includes("%%EOF");
  if (/\.jpe?g$/i.test(file.name)) return end.includes("\xff\xd9");
  if (/\.png$/i.test(file.name)) return end.includes("IEND");
  return /\.tiff?$/i.test(file.name) ? directory(file) : true;
}

/** A TIFF names the place of its directory first and mostly writes it last. */
async function directory(file) {
  const head = new DataView(await file.slice(0, 8).arrayBuffer());
  if (head.byteLength < 8) return false;
  const at = head.getUint32(4, head.getUint8(0) === 0x49);
  return at > 0 && at < file.size;
}

const PAGE = /\/Type\s*\/Page(?![a-zA-Z])/g;
const count = (flat) => (flat.match(PAGE) ?? []).length;

/** What lies packed in a stream of a PDF. What follows its end is not ours: all that was read before counts. */
async function unpacked(bytes) {
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate")).getReader();
  const latin = new TextDecoder("latin1");
  let flat = "";
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) flat += latin.decode(part.value);
  } catch {
    return flat;
  }
  return flat;
}

/** How many pages a PDF says it has, for the eye alone; 0 when it does not say so plainly. */
async function pagesOf(file) {
  if (!/\.pdf$/i.test(file.name) || file.size > COUNTED) return 0;
  const bytes = new Uint8Array(await file.arrayBuffer());
  const flat = new TextDecoder("latin1").decode(bytes);
  let pages = count(flat);
  for (const found of flat.matchAll(/\/Type\s*\/ObjStm\b/g)) {
    let from = flat.indexOf("stream", found.index) + 6;
    while (bytes[from] === 13 || bytes[from] === 10) from++;
    pages += count(await unpacked(bytes.subarray(from, flat.indexOf("endstream", from))));
  }
  return pages;
}

function folder(root) {
  const words = root.dataset, field = root.parentElement.querySelector("[data-uploads]");
  const button = root.querySelector("[data-folder-open]"), state = root.querySelector("[data-folder-state]");
  const strip = root.querySelector("[data-folder-strip]"), list = root.querySelector("[data-folder-files]");
  const oldButton = root.querySelector("[data-folder-old]"), forPile = words.leaves === "no";
  // name → { size, at, since, state, file, line, id }
  const seen = new Map();
  const going = new Map();
  let handle = null, before = null, older = false, turn = 0, fates = {};

  const fate = (one) => fates[one.id]?.fate ?? "";
  const named = (file) => `${file.name}|${file.size}|${file.lastModified}`;
  const offered = (one) =>
    one.state === "ready" && (older || (!one.old && fate(one) !== "taken" && (forPile || fate(one) !== "pile")));
  const newestFirst = (a, b) => b.at - a.at || (a.name < b.name ? 1 : -1);

  async function remember(one, what) {
    const key = `files:${handle.name}`;
    fates = (await kept(key)) ?? {};
    fates[one.id] = { fate: what, hash: one.hash, on: Date.now() };
    await keep(key, fates);
  }

  /** The same scan under another name or hour is the same scan. */
  const known = (digest) => Object.values(fates).some((one) => one.hash === digest && one.fate === "taken");

  async function examine(name, entry, first) {
    let file;
    try {
      file = await entry.getFile();
    } catch {
      return waits(name, { size: -1, at: 0 });
    }
    const was = seen.get(name);
    if (was && was.size === file.size && was.at === file.lastModified) {
      if (was.state === "waiting" && !UNFINISHED.test(name)) await settle(name, was, file);
      return;
    }
    const one = { name, size: file.size, at: file.lastModified, id: named(file), state: "waiting", file };
    was?.line?.remove();
    if (first) before.add(one.id);
    one.old = before.has(one.id);
    seen.set(name, one);
    if (!TAKES.test(name) && !UNFINISHED.test(name)) one.state = one.old ? "ignored" : "type";
    else if (one.old || fate(one) === "taken") one.state = "ready";
  }

  function waits(name, is) {
    const was = seen.get(name);
    if (was?.state === "waiting") return;
    was?.line?.remove();
    seen.set(name, { name, ...is, id: name, state: "waiting" });
  }

  /** Twice the same, and whole: it is taken for written. */
  async function settle(name, one, file) {
    try {
      if (!(await whole(file))) return;
      one.hash = await hash(file);
      one.pages = await pagesOf(file);
      one.file = file;
      if (known(one.hash) && fate(one) !== "taken") await remember(one, "taken");
      one.state = "ready";
    } catch {
      one.size = -1;
    }
  }

  async function look() {
    const names = new Set();
    const entries = [];
    for await (const [name, entry] of handle.entries()) {
      if (entry.kind !== "file" || NO_FILES.test(name)) continue;
      names.add(name);
      entries.push([name, entry]);
    }
    // On the first opening of a folder what lies there is old; what comes from now on is new.
    const first = before === null;
    before ??= new Set();
    const fresh = entries.filter(([name]) => !seen.has(name) || seen.get(name).state === "waiting");
    const rest = entries.filter(([name]) => seen.has(name) && seen.get(name).state !== "waiting");
    // Scanners use a name again: those known are looked at too, so many at a time.
    const again = Array.from({ length: Math.min(MOST_AT_ONCE, rest.length) }, (_, i) => rest[(turn + i) % rest.length]);
    turn = rest.length ? (turn + again.length) % rest.length : 0;
    for (const [name, entry] of [...fresh, ...again]) await examine(name, entry, first);
    if (first) await keep(`old:${handle.name}`, before);
    for (const [name, one] of seen)
      if (!names.has(name)) {
        one.line?.remove();
        seen.delete(name);
      }
  }

  async function picture(one) {
    if (!/\.(jpe?g|png)$/i.test(one.name)) return;
    try {
      const bitmap = await createImageBitmap(one.file, { resizeWidth: 72, resizeQuality: "medium" });
      const canvas = make("canvas", { width: bitmap.width, height: Math.min(bitmap.height, 102) });
      canvas.getContext("2d").drawImage(bitmap, 0, 0);
      bitmap.close();
      one.line?.querySelector(".folder-picture")?.replaceChildren(canvas);
    } catch {
      // The server will say what is wrong with it.
    }
  }

  function line(one) {
    if (one.line) return one.line;
    const kind = /\.(\w+)$/.exec(one.name)?.[1].toUpperCase() ?? "";
    const take = make("button", { type: "button", textContent: words.wordTake, onclick: () => takeIn(one) });
    const hour = new Date(one.at).toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
    const about = [one.pages ? say(words.wordPages, one.pages) : "", hour].filter(Boolean).join(" · ");
    one.line = make("li", {}, make("span", { className: "folder-picture", textContent: kind }),
      make("span", { className: "folder-name", textContent: one.name }),
      make("span", { className: "muted", textContent: about }), make("span", { className: "mark" }), take);
    one.line.dataset.name = one.name;
    picture(one);
    return one.line;
  }

  function draw() {
    const all = [...seen.values()];
    const shown = all.filter(offered).sort(newestFirst);
    const notes = all.filter((one) => !one.old && (one.state === "waiting" || one.state === "type"));
    for (const one of shown) {
      const mark = line(one).querySelector(".mark");
      mark.textContent = fate(one) === "pile" ? words.wordForPile : fate(one) === "taken" ? words.wordTaken : "";
    }
    const lines = notes.map((one) => {
      const pattern = one.state === "type" ? words.wordType : words.wordWaiting;
      return make("li", { className: `folder-${one.state}`, textContent: say(pattern, one.name) });
    });
    const next = [...shown.map((one) => one.line), ...lines];
    if (next.length !== list.children.length || next.some((item, i) => item.textContent !== list.children[i].textContent || (item.dataset.name && item !== list.children[i])))
      list.replaceChildren(...next);
    const hidden = all.filter((one) => one.state === "ready" && !offered(one)).length;
    oldButton.hidden = hidden === 0 || older;
    oldButton.textContent = say(words.wordOld, hidden);
    strip.hidden = false;
    root.querySelector("[data-folder-take]").disabled = shown.length === 0;
    const leave = root.querySelector("[data-folder-leave]");
    if (leave) leave.disabled = !shown.some((one) => fate(one) !== "pile");
    say_(shown.length || lines.length ? say(words.wordWatching, handle.name) : `${say(words.wordWatching, handle.name)}. ${words.wordEmpty}`);
  }

  const say_ = (sentence) => {
    if (state.textContent !== sentence) state.textContent = sentence;
  };

  async function takeIn(one) {
    if (going.has(one.name)) return;
    going.set(one.name, one);
    const file = one.file;
    one.state = "going";
    one.line?.remove();
    draw();
    const { add } = await import(field.dataset.script);
    add(file, field);
  }

  /** A file is taken when it has arrived; one that stopped on its way is offered again. */
  async function arrived() {
    const lines = [...field.querySelectorAll("li.upload .upload-name")].map((name) => bare(name.textContent));
    for (const [name, one] of [...going]) {
      if (!lines.includes(bare(name))) continue;
      going.delete(name);
      await remember(one, "taken");
      one.state = "ready";
    }
    draw();
  }

  async function watch(mine) {
    if (mine !== handle) return;
    try {
      await look();
      draw();
    } catch (fault) {
      if (fault.name === "NotAllowedError") return asked(words.wordRefused);
      say_(words.wordGone);
      strip.hidden = true;
      for (const one of seen.values()) one.line?.remove();
      seen.clear();
    }
    setTimeout(watch, PAUSE, mine);
  }

  function asked(sentence) {
    handle = null;
    strip.hidden = true;
    say_(sentence);
  }

  async function begin(chosen) {
    handle = chosen;
    for (const one of seen.values()) one.line?.remove();
    seen.clear();
    fates = (await kept(`files:${chosen.name}`)) ?? {};
    before = (await kept(`old:${chosen.name}`)) ?? null;
    watch(chosen);
  }

  async function open() {
    try {
      const last = await kept("handle");
      if (last?.requestPermission && !handle && (await last.requestPermission({ mode: "read" })) === "granted") return begin(last);
      const chosen = await window.showDirectoryPicker({ mode: "read", id: "scan-folder" });
      await keep("handle", chosen);
      await begin(chosen);
    } catch (fault) {
      if (fault.name !== "AbortError") say_(words.wordRefused);
    }
  }

  /** What was opened before goes on by itself where the browser still allows it; else with one press. */
  async function resume() {
    const last = await kept("handle");
    if (!last) return;
    const allowed = last.queryPermission ? await last.queryPermission({ mode: "read" }).catch(() => "prompt") : "granted";
    if (allowed === "granted") return begin(last);
    button.firstChild.textContent = say(words.wordAgain, last.name) + " ";
  }

  root.querySelector("[data-folder-take]").addEventListener("click", () => {
    const newest = [...seen.values()].filter(offered).sort(newestFirst)[0];
    if (newest) takeIn(newest);
  });
  root.querySelector("[data-folder-leave]")?.addEventListener("click", async () => {
    const newest = [...seen.values()].filter((one) => offered(one) && fate(one) !== "pile").sort(newestFirst)[0];
    if (!newest) return;
    await remember(newest, "pile");
    newest.line?.remove();
    draw();
  });
  oldButton.addEventListener("click", () => ((older = true), draw()));
  field.addEventListener("uploads-changed", () => handle && arrived());
  drop(root.parentElement, field);
  if (!window.showDirectoryPicker) return;
  button.hidden = false;
  button.addEventListener("click", open);
  resume();
}

/** Many files at once, dragged from anywhere onto the place of the scan. */
function drop(place, field) {
  const files = (event) => [...(event.dataTransfer?.items ?? [])].some((item) => item.kind === "file");
  place.addEventListener("dragover", (event) => {
    if (!files(event)) return;
    event.preventDefault();
    place.classList.add("dropping");
  });
  place.addEventListener("dragleave", () => place.classList.remove("dropping"));
  place.addEventListener("drop", async (event) => {
    if (!files(event)) return;
    event.preventDefault();
    place.classList.remove("dropping");
    const dropped = [...event.dataTransfer.files];
    const { add } = await import(field.dataset.script);
    for (const file of dropped) add(file, field);
  });
}

const start = () =>
  document.querySelectorAll("[data-folder]").forEach((root) => {
    if (root.dataset.ready) return;
    root.dataset.ready = "yes";
    folder(root);
  });
document.addEventListener("karyalay:page", start);
start();
