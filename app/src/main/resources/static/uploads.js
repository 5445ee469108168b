// Sends each chosen file behind the typing, in parts: after a lost line, a closed page or a restart of the program it
// goes on where it stopped. Without this script the form carries the files.
// For other scripts: `const { add, send } = await import(root.dataset.script)`, with `root` the field [data-uploads].

const say = (pattern, ...words) => words.reduce((text, word, i) => text.replace(`{${i}}`, word), pattern);
const PAUSES = [1, 2, 4, 8, 15];
const BUSY = [502, 503, 504];
const LEFT = "uploads-left";

class Stopped extends Error {}

/** One request; rejects when the line is lost. XMLHttpRequest, because fetch does not tell how much has been sent. */
const ask = (method, address, to, body, progress) =>
  new Promise((done, lost) => {
    const request = new XMLHttpRequest();
    request.open(method, `${address}${address.includes("?") ? "&" : "?"}as=${encodeURIComponent(to.as)}`);
    request.setRequestHeader("X-Csrf", to.csrf);
    request.setRequestHeader("X-Karyalay", "fetch");
    if (body instanceof Blob) request.setRequestHeader("Content-Type", "application/octet-stream");
    if (progress) request.upload.onprogress = (event) => progress(event.loaded);
    request.onload = () => (BUSY.includes(request.status) ? lost(request) : done(request));
    request.onerror = request.ontimeout = request.onabort = () => lost(request);
    to.signal?.addEventListener("abort", () => request.abort());
    request.send(body);
  });

const answered = (request) => JSON.parse(request.responseText);
const sentence = (request) =>
  new DOMParser().parseFromString(request.responseText, "text/html").querySelector(".refusal")?.textContent ?? "";

const TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
  for (let bit = 0; bit < 8; bit++) n = n & 1 ? (n >>> 1) ^ 0xedb88320 : n >>> 1;
  return n;
});

/** By what the server knows the same file again. Plain http has no crypto.subtle, so a checksum. */
async function mark(file) {
  let sum = ~0;
  for (let at = 0; at < file.size; at += 1 << 20)
    for (const byte of new Uint8Array(await file.slice(at, at + (1 << 20)).arrayBuffer()))
      sum = (sum >>> 8) ^ TABLE[(sum ^ byte) & 0xff];
  return (~sum >>> 0).toString(16);
}

const pause = (seconds) =>
  new Promise((on) => {
    const timer = setTimeout(go, seconds * 1000);
    function go() {
      clearTimeout(timer);
      window.removeEventListener("online", go);
      on();
    }
    window.addEventListener("online", go);
  });

const refused = (request) => new Stopped(sentence(request));

/** Sends what is missing, part by part, and has the whole made into an upload. */
async function parts(file, session, to, onprogress) {
  let { id, offset, part } = session;
  while (offset < file.size) {
    onprogress(offset);
    const sent = await ask("POST", `/uploads/sessions/${id}/parts?offset=${offset}`, to,
      file.slice(offset, Math.min(offset + part, file.size)), (n) => onprogress(Math.min(offset + n, file.size)));
    if (sent.status !== 200 && sent.status !== 409) throw refused(sent);
    ({ offset } = answered(sent));
  }
  onprogress(file.size);
  const whole = await ask("POST", `/uploads/sessions/${id}/completion`, to);
  if (whole.status !== 200) throw refused(whole);
  return [...new DOMParser().parseFromString(whole.responseText, "text/html").querySelectorAll("li.upload")];
}

/**
 * Sends a File or Blob behind whatever else happens, for as long as the page is open.
 * @param to { as, csrf, name?, onprogress?(bytes), onwait?(bytes), signal? }
 * @returns the lines (li.upload) to put into the form; rejects with the sentence of a refusal as its message
 */
export async function send(file, to) {
  const onprogress = to.onprogress ?? (() => {});
  const form = new URLSearchParams({ name: to.name ?? file.name ?? "", size: file.size, mark: await mark(file) });
  let here = 0;
  for (let times = 0; ; times++) {
    try {
      const opened = await ask("POST", "/uploads/sessions", to, form);
      if (opened.status !== 200) throw refused(opened);
      remember(1);
      const session = answered(opened);
      if (session.offset > here) times = 0;
      const made = await parts(file, session, to, (bytes) => {
        if (bytes > here) [here, times] = [bytes, 0];
        onprogress(bytes);
      });
      remember(-1);
      return made;
    } catch (fault) {
      if (fault instanceof Error || to.signal?.aborted) throw fault;
      to.onwait?.(here);
      await pause(PAUSES[Math.min(times, PAUSES.length - 1)]);
    }
  }
}

/** Whether this browser left something unfinished, so that a page need not ask in vain. */
function remember(step) {
  try {
    if (step > 0) localStorage.setItem(LEFT, "yes");
    else localStorage.removeItem(LEFT);
  } catch {
    // A browser that stores nothing asks for nothing: choosing the same file again goes on all the same.
  }
}

function left() {
  try {
    return localStorage.getItem(LEFT) !== null;
  } catch {
    return false;
  }
}

const fields = new WeakMap();

/** Sends a File or Blob through the field of this page: its line shows how far it is. */
export function add(file, root = document.querySelector("[data-uploads]")) {
  fields.get(root).add(file);
}

const make = (tag, more, ...inside) => {
  const made = Object.assign(document.createElement(tag), more);
  made.append(...inside);
  return made;
};

function field(root) {
  const input = root.querySelector("input[type=file]"), list = root.querySelector("[data-uploads-list]");
  const form = input.form, words = root.dataset;
  // After signing in again in another tab the form has the new session's mark.
  const to = { as: words.as, get csrf() { return form?.elements._csrf?.value ?? words.csrf; } };
  const wait = make("p", { className: "notice", hidden: true });
  wait.setAttribute("role", "status");
  root.append(wait);
  const going = new Map();
  let queue = Promise.resolve(), pressed = null;

  const offer = () =>
    list.querySelectorAll("[data-upload-remove], [data-upload-turn]").forEach((button) => (button.hidden = false));
  const changed = () => {
    offer();
    root.classList.toggle("some", list.querySelector("li.upload") !== null);
    root.dispatchEvent(new CustomEvent("uploads-changed", { bubbles: true }));
  };
  const tell = () => {
    if (!pressed) return;
    const kilobytes = [...going.values()].reduce((sum, one) => sum + one.left, 0) / 1024;
    wait.textContent = say(words.wait, Math.ceil(kilobytes));
    wait.hidden = false;
  };
  // Whoever pressed before all had arrived need not press again; what was refused must be looked at first.
  const settled = () => {
    if (going.size > 0) return tell();
    const button = pressed;
    pressed = null;
    wait.hidden = true;
    if (!button) return;
    if (!list.querySelector(".upload-progress")) return form.requestSubmit(button === true ? undefined : button);
    wait.textContent = words.failed;
    wait.hidden = false;
  };

  const refuse = (item, file, why) => {
    const again = make("button", { type: "button", textContent: words.again });
    const away = make("button", { type: "button", textContent: "×" });
    const alert = make("p", { className: "refusal", textContent: why || words.broken });
    alert.setAttribute("role", "alert");
    away.setAttribute("aria-label", words.remove);
    again.addEventListener("click", () => (item.remove(), put(file)));
    away.addEventListener("click", () => item.remove());
    item.replaceChildren(make("span", { className: "upload-name", textContent: file.name ?? "" }), again, away, alert);
  };

  const line = (file, stop) => {
    const text = make("span", { className: "upload-name" }), bar = make("progress", { max: file.size, value: 0 });
    const away = make("button", { type: "button", textContent: "×" });
    away.setAttribute("aria-label", words.remove);
    away.addEventListener("click", stop);
    const item = make("li", { className: "upload-progress" }, text, bar, away);
    // When the line fails, offline.js keeps with the form what has not arrived, and ends its sending here.
    Object.assign(item, { file, stop });
    list.append(item);
    const show = (pattern) => (bytes) => {
      bar.value = bytes;
      going.get(item).left = file.size - bytes;
      text.textContent = say(pattern, file.name ?? "", file.size ? Math.floor((100 * bytes) / file.size) : 0);
      tell();
    };
    return { item, onprogress: show(words.sending), onwait: show(words.waiting) };
  };

  const put = (file) => {
    const stop = new AbortController();
    const { item, onprogress, onwait } = line(file, () => (stop.abort(), going.delete(item), item.remove(), settled()));
    going.set(item, { left: file.size });
    onprogress(0);
    queue = queue.then(async () => {
      if (stop.signal.aborted) return;
      try {
        item.replaceWith(...(await send(file, { ...to, onprogress, onwait, signal: stop.signal })));
        list.querySelector(`[data-left="${CSS.escape(file.name ?? "")}"]`)?.remove();
      } catch (fault) {
        if (!stop.signal.aborted) refuse(item, file, fault instanceof Stopped ? fault.message : "");
      }
      going.delete(item);
      changed();
      settled();
    });
  };

  // What stopped half-way when the page was closed: the same file, chosen again, goes on from there.
  const unfinished = async () => {
    const open = await ask("GET", "/uploads/sessions", to).then(answered, () => []);
    for (const one of Array.isArray(open) ? open : []) {
      const away = make("button", { type: "button", textContent: words.remove });
      const text = say(words.left, one.name, Math.floor((100 * one.offset) / one.size));
      const item = make("li", { className: "upload-left" }, make("span", { className: "upload-name", textContent: text }), away);
      item.dataset.left = one.name;
      away.addEventListener("click", () =>
        ask("POST", `/uploads/sessions/${one.id}/deletion`, to).then(() => item.remove(), () => {}));
      list.append(item);
    }
    if (Array.isArray(open) && open.length === 0) remember(-1);
  };

  // What stands in the place of a turned picture is another upload.
  const turn = async (button) => {
    const line = button.closest("li"), id = line.querySelector("input[name=upload]").value;
    button.disabled = true;
    const answer = await ask("POST", `/uploads/${id}/turning`, to).catch(() => null);
    const turned = answer?.status === 200 && new DOMParser().parseFromString(answer.responseText, "text/html").querySelector("li.upload");
    button.disabled = false;
    if (!turned) return;
    if (line.dataset.phonePage) turned.dataset.phonePage = line.dataset.phonePage;
    line.replaceWith(turned);
    changed();
  };

  input.addEventListener("change", () => {
    [...input.files].forEach(put);
    input.value = "";
  });
  list.addEventListener("click", (event) => {
    const turning = event.target.closest("[data-upload-turn]");
    if (turning) turn(turning);
    if (!event.target.closest("[data-upload-remove]")) return;
    event.target.closest("li").remove();
    changed();
  });
  // Without a line the device keeps the form with its files; only where offline.js says that it can.
  const offline = () =>
    form.matches("[data-offline]") && document.documentElement.dataset.line === "lost" && document.getElementById("waiting")?.dataset.ready;
  document.addEventListener("karyalay:lost", () => {
    const button = pressed;
    if (!button || !offline()) return;
    pressed = null;
    wait.hidden = true;
    form.requestSubmit(button === true ? undefined : button);
  });
  form?.addEventListener("submit", (event) => {
    if (going.size === 0 || offline()) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    pressed = event.submitter ?? true;
    tell();
  }, true);
  offer();
  fields.set(root, { add: put });
  if (left()) unfinished();
}

const start = () =>
  document.querySelectorAll("[data-uploads]").forEach((root) => {
    if (root.dataset.ready) return;
    root.dataset.ready = "yes";
    field(root);
  });
document.addEventListener("karyalay:page", start);
start();
