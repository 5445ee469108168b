// The telephone as a scanner, on the computer: shows the QR beside the upload field and asks every second, once a
// telephone is there every half, while it is valid, what has come. Pages stand in the form as they are; what was taken off on either side is gone on both.

const SECOND = 1000;
const pace = () => (scan?.shown && !scan.lost ? SECOND / 2 : SECOND);
const HERE = "phone-scan";
const say = (pattern, ...words) => words.reduce((text, word, i) => text.replace(`{${i}}`, word), pattern);

let scan = null;

const ask = (method, address, root, fields) =>
  fetch(`${address}${address.includes("?") ? "&" : "?"}as=${encodeURIComponent(root.dataset.as)}`, {
    method,
    cache: "no-store",
    headers: { "X-Csrf": root.dataset.csrf, "X-Karyalay": "fetch" },
    body: fields && new URLSearchParams(fields),
  });

const read = async (answer) => new DOMParser().parseFromString(await answer.text(), "text/html");
const act = (root) => root.querySelector("[data-phone-open]").closest("form")?.elements.act?.value ?? "";

/** This page only, and only while it is open or loaded anew: another form is another entry. */
function keep(id) {
  try {
    if (id) sessionStorage.setItem(HERE, JSON.stringify({ id, path: location.pathname }));
    else sessionStorage.removeItem(HERE);
  } catch {
    // Without it a page loaded anew shows the pages that are there and asks for no more.
  }
}

function kept() {
  try {
    const one = JSON.parse(sessionStorage.getItem(HERE));
    return one?.path === location.pathname ? one.id : null;
  } catch {
    return null;
  }
}

async function open(root) {
  const place = root.querySelector("[data-phone-place]");
  const answer = await ask("POST", "/scans", root, { form: act(root) }).catch(() => null);
  const page = answer && (await read(answer));
  if (!answer?.ok) {
    const sentence = page?.querySelector(".refusal") ?? Object.assign(document.createElement("p"), { className: "refusal", textContent: root.dataset.phoneLost });
    return place.replaceChildren(document.importNode(sentence, true));
  }
  panel(root, document.importNode(page.querySelector("[data-scan]"), true));
}

/** Puts the panel beside the field and begins to ask. */
function panel(root, section) {
  stop();
  const words = root.dataset, place = root.querySelector("[data-phone-place]");
  const again = Object.assign(document.createElement("button"), { type: "button", textContent: words.phoneNew });
  const away = Object.assign(document.createElement("button"), { type: "button", className: "quiet", textContent: words.phoneClose });
  const row = document.createElement("p");
  row.className = "phone-acts";
  row.append(again, away);
  section.append(row);
  again.addEventListener("click", () => open(root));
  away.addEventListener("click", () => close(root));
  // What has come stands in the form's own list and nowhere else, or the form would name it twice.
  const come = section.querySelector("ol");
  come.remove();
  place.replaceChildren(section);
  scan = { id: section.dataset.scan, root, section, changes: section.dataset.changes, until: Date.now() + section.dataset.seconds * 1000, pages: 0, shown: section.dataset.shown === "true", over: section.dataset.over === "true", lost: false };
  keep(scan.id);
  lines(come);
  tell();
  scan.timer = setTimeout(poll, pace());
}

function stop() {
  if (scan) clearTimeout(scan.timer);
  scan = null;
}

/** Whoever ends it wants no more pages; those that have come stay. */
function close(root) {
  const id = scan?.id;
  stop();
  keep(null);
  root.querySelector("[data-phone-place]").replaceChildren();
  root.querySelector("[data-phone-open]").hidden = false;
  if (id) ask("POST", `/scans/${id}/ending`, root).catch(() => {});
}

async function poll() {
  const mine = scan;
  try {
    const answer = await ask("GET", `/scans/${mine.id}?seen=${mine.changes}`, mine.root);
    if (scan !== mine) return;
    mine.lost = false;
    if (answer.status === 200) take(await read(answer));
    else if (answer.status === 401 || answer.status === 404) mine.over = true;
  } catch {
    mine.lost = true;
  }
  if (scan !== mine) return;
  tell();
  if (!mine.over && document.contains(mine.section)) mine.timer = setTimeout(poll, pace());
}

function take(page) {
  const now = page.querySelector("[data-scan]");
  if (!now) return;
  scan.changes = now.dataset.changes;
  scan.shown = now.dataset.shown === "true";
  scan.over = now.dataset.over === "true";
  lines(now);
}

/** The list of the form made like that of the answer: what is new comes behind, a page taken again in its place. */
function lines(now) {
  const list = scan.root.querySelector("[data-uploads-list]");
  const there = [...now.querySelectorAll("li.upload")];
  const id = (line) => line.querySelector("input[name=upload]").value;
  const ids = there.map(id);
  let changed = false, before = null;
  for (const line of list.querySelectorAll("li.upload[data-phone-page]"))
    if (!ids.includes(id(line))) {
      line.dataset.gone = "yes";
      changed = true;
    }
  for (const line of there) {
    const known = list.querySelector(`input[name=upload][value="${id(line)}"]`)?.closest("li");
    if (known) {
      known.dataset.phonePage = line.dataset.phonePage;
      before = known;
      continue;
    }
    const fresh = document.importNode(line, true);
    const place = before?.nextElementSibling ?? (before ? null : list.querySelector("[data-gone]"));
    list.insertBefore(fresh, place);
    before = fresh;
    changed = true;
  }
  list.querySelectorAll("[data-gone]").forEach((line) => line.remove());
  scan.pages = there.length;
  if (!changed) return;
  list.querySelectorAll("[data-upload-remove], [data-upload-turn]").forEach((button) => (button.hidden = false));
  scan.root.dispatchEvent(new CustomEvent("uploads-changed", { bubbles: true }));
}

function tell() {
  if (!scan) return;
  const { section, root } = scan, words = root.dataset;
  const qr = section.querySelector(".phone-qr"), left = section.querySelector("[data-left]");
  const minutes = Math.ceil((scan.until - Date.now()) / 60000);
  section.classList.toggle("is-shown", scan.shown || scan.over);
  if (qr) qr.toggleAttribute("hidden", scan.shown || scan.over);
  if (left) left.textContent = scan.over ? "" : say(words.phoneMinutes, Math.max(1, minutes));
  const state = section.querySelector("[data-state]");
  const text = scan.lost ? words.phoneLost : scan.over ? say(words.phoneOver, scan.pages) : scan.shown ? say(words.phoneConnected, scan.pages) : words.phoneWaiting;
  if (state.textContent !== text) state.textContent = text;
  root.querySelector("[data-phone-open]").hidden = true;
}

/** A form drawn anew keeps its telephone; a page loaded anew finds it again. */
async function found(root) {
  const id = scan?.id ?? kept();
  if (!id) return;
  const answer = await ask("GET", `/scans/${id}`, root).catch(() => null);
  const section = answer?.ok ? (await read(answer)).querySelector("[data-scan]") : null;
  if (!section || section.dataset.over === "true") return keep(null);
  await ask("POST", `/scans/${id}/form`, root, { form: act(root) }).catch(() => {});
  panel(root, document.importNode(section, true));
}

function start() {
  for (const root of document.querySelectorAll("[data-uploads]")) {
    const button = root.querySelector("[data-phone-open]");
    if (!button || button.dataset.ready || !button.closest("form")) continue;
    button.dataset.ready = "yes";
    button.hidden = false;
    button.addEventListener("click", () => open(root));
    root.addEventListener("click", (event) => {
      const line = event.target.closest("[data-upload-remove]")?.closest("li[data-phone-page]");
      if (line && scan) ask("POST", `/scans/${scan.id}/pages/${line.dataset.phonePage}/removal`, root).catch(() => {});
    }, true);
    found(root);
  }
}

document.addEventListener("karyalay:page", start);
start();
