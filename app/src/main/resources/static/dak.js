// The diary form: offers while one types (senders, category, usual addressee, what was diarised before), the
// scan beside the form, and the change from letter to petition. Everything it offers must be accepted by hand.
// Without this script the form does the same on sending.

const PAUSE = 350;
const say = (pattern, ...words) => words.reduce((text, word, i) => text.replace(`{${i}}`, word), pattern);
const form = document.querySelector("[data-diary]");
const SENDER = ["name", "designation", "organisation", "department", "address", "district", "state", "pin", "phone", "email"];

let timer = 0;
let asked = 0;

/** Asks what may be offered. What is typed travels in the body, never in an address. */
async function ask(at) {
  const mine = ++asked;
  const data = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === "string") data.append(name, value);
  data.append("at", at);
  try {
    const answer = await fetch(form.dataset.hints, { method: "POST", body: data, headers: { "X-Karyalay": "fetch" } });
    if (answer.ok && mine === asked) offer(await answer.json(), at);
  } catch {
    // Without a line nothing is offered; the form works all the same.
  }
}

function offer(hints, at) {
  earlier(hints.earlier);
  chip("[data-guess]", hints.category && say(form.dataset.wordGuess, hints.categoryName), () => {
    form.elements.category.value = hints.category;
  });
  chip("[data-usual]", hints.addressee && say(form.dataset.wordUsual, hints.addressee), () => {
    form.elements.to.value = hints.addressee;
  });
  if (at.startsWith("sender-")) senders(hints.senders);
  const villages = document.getElementById("villages");
  if (villages && at === "sender-village") {
    villages.replaceChildren(...hints.villages.map(name => Object.assign(document.createElement("option"), { value: name })));
  }
}

/** One offer as a button; taking it takes it away. */
function chip(place, words, take) {
  const spot = form.querySelector(place);
  if (!spot) return;
  spot.replaceChildren();
  if (!words) return;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "chip";
  button.textContent = words;
  button.addEventListener("click", () => {
    take();
    spot.replaceChildren();
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
  list.replaceChildren(...found.map(sender => {
    const item = document.createElement("li"), button = document.createElement("button");
    button.type = "button";
    button.textContent = [sender.organisation, sender.designation, sender.name, sender.address].filter(Boolean).join(", ");
    button.addEventListener("click", () => {
      for (const part of SENDER) {
        const field = form.elements["sender-" + part];
        if (field && sender[part]) field.value = sender[part];
      }
      list.hidden = true;
      ask("sender");
    });
    item.append(button);
    return item;
  }));
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
  form.addEventListener("submit", stop, true);
  form.addEventListener("change", soon);
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden" && since) keep();
  });
  form.addEventListener("input", event => {
    soon();
    if (event.target.matches("[data-picker], [type=file]")) return;
    clearTimeout(timer);
    timer = setTimeout(() => ask(event.target.name), PAUSE);
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
}

for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}
