// The list of what waits on this device, and its sending: one by one, in the order of writing, in one tab at a time, each
// under the act id it was written with, so that what is sent twice is done once. `line` is static/offline.js.

const SAID_LATER = [429, 502, 503, 504, 507];
const SESSION = ["access.SESSION_OVER", "access.FORM_TOO_OLD", "access.CHOOSE_PASSWORD"];

const storing = line => import(line.box().dataset.store);
const bound = one => one.person + " " + one.act;

/** Sends what waits. A refused entry stays, with the sentence, and the next goes. */
export async function send(line, pin = "") {
  await navigator.locks.request("karyalay-queue", { ifAvailable: true }, lock => lock && sendAll(line, pin));
}

async function sendAll(line, pin) {
  const store = await storing(line);
  const sent = [];
  try {
    const { signing } = await line.unsealing();
    say(line, null);
    for (const one of await store.entries()) {
      const turn = one.state === "waiting" || one.state === "pin" && (pin || signing !== "PIN");
      if (one.person !== line.box().dataset.person || !turn) continue;
      const page = await sendOne(line, store, one, pin);
      if (page) sent.push(page);
    }
  } catch (stop) {
    if (stop instanceof TypeError || stop.name === "AbortError") line.unheard();
    else if (stop.message !== "pin") say(line, stop.message === "401" ? "wordSignIn" : "wordLater");
  }
  await line.changed(sent);
  await list(line);
}

/** @returns {Promise<string>} the page it was written on, when it has arrived; else nothing */
async function sendOne(line, store, one, pin) {
  const { csrf, signing, keys } = line.known();
  const key = keys.get(one.key);
  if (!key) return "";
  const words = await store.unsealWords(key, bound(one), one.words);
  if (words.signs && signing === "PIN" && !pin) {
    await store.put({ ...one, state: "pin" });
    return "";
  }
  const refusal = await filesFirst(store, one, words, key, csrf) ?? await post(store, one, words, key, csrf, words.signs ? pin : "");
  if (refusal?.startsWith("signatures.") && words.signs) {
    await store.put({ ...one, state: "pin" });
    say(line, null, refusal.slice(refusal.indexOf(" ") + 1));
    throw new Error("pin");
  }
  if (refusal) await store.put({ ...one, state: "refused", words: await store.sealWords(key, bound(one), { ...words, sentence: refusal.slice(refusal.indexOf(" ") + 1) }) });
  return refusal ? "" : new URL(words.page, location.href).pathname;
}

/** Each file by itself, and what it was given is kept before the next step: the form then says the same however often it goes. */
async function filesFirst(store, one, words, key, csrf) {
  const as = words.fields.find(([name]) => name === "as")?.[1] ?? "";
  while (one.uploads.length < one.files.length) {
    const at = one.uploads.length;
    const answer = await fetch("/uploads?as=" + encodeURIComponent(as), {
      method: "POST", body: await store.unseal(key, bound(one), one.files[at]),
      headers: { "Content-Type": "application/octet-stream", "X-Csrf": csrf, "X-Karyalay": "fetch", "Upload-Name": encodeURIComponent(words.names[at]) },
    });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const upload = page.querySelector("input[name=upload]");
    if (!answer.ok || !upload) return refused(answer, page);
    one.uploads.push(upload.value);
    await store.put(one);
  }
  return null;
}

async function post(store, one, words, key, csrf, pin) {
  const body = new URLSearchParams(words.fields);
  for (const upload of one.uploads) body.append("upload", upload);
  body.set("_csrf", csrf);
  if (pin) body.set("pin", pin);
  const answer = await fetch(words.action, { method: "POST", body, headers: { "X-Karyalay": "fetch", "Written-At": new Date(one.at).toISOString() } });
  const to = answer.headers.get("X-Karyalay-Location");
  if (!answer.ok || !to) return refused(answer, new DOMParser().parseFromString(await answer.text(), "text/html"));
  // It is done: what follows may fail and changes nothing.
  const done = { form: words.form, title: words.title, page: words.page, to };
  await store.put({ ...one, state: "done", files: [], arrived: Date.now(), words: await store.sealWords(key, bound(one), done) });
  if (!words.number) return null;
  const page = await fetch(to).then(shown => shown.text()).catch(() => "");
  done.number = new DOMParser().parseFromString(page, "text/html").querySelector("[data-done]")?.textContent.trim();
  await store.put({ ...one, state: "done", files: [], arrived: Date.now(), words: await store.sealWords(key, bound(one), done) });
  return null;
}

/** The refusal's name and its sentence, or a throw where the entry shall wait. */
function refused(answer, page) {
  const name = answer.headers.get("X-Karyalay-Refusal") ?? "";
  if ([401, 423].includes(answer.status) || SESSION.includes(name)) throw new Error("401");
  if (SAID_LATER.includes(answer.status)) throw new Error("later");
  const alert = page.querySelector("[role=alert]");
  // Links and ticks of a form are of no use away from it.
  for (const part of alert?.querySelectorAll("a, label, button") ?? []) part.remove();
  return (name || "web.ANSWER") + " " + (alert?.textContent.trim().replace(/\s+/g, " ") || String(answer.status));
}

function say(line, word, sentence = "") {
  const place = line.box().querySelector("[data-said]");
  place.textContent = word ? line.box().dataset[word] : sentence;
  place.hidden = !place.textContent;
  line.box().querySelector("[data-sign-in]").hidden = word !== "wordSignIn";
}

/* The list */

export async function list(line) {
  const box = line.box(), place = box.querySelector("[data-list]"), store = await storing(line);
  const mine = (await store.entries()).filter(one => one.person === box.dataset.person);
  const lines = [];
  for (const one of mine) {
    const key = line.known()?.keys.get(one.key);
    const words = key && await store.unsealWords(key, bound(one), one.words).catch(() => null);
    if (words) lines.push(item(line, store, one, words));
  }
  box.querySelector("[data-entries]").replaceChildren(...lines);
  if (place.hidden && mine.some(one => one.state === "refused" || one.state === "pin")) box.querySelector("[data-waiting-open]").click();
  box.querySelector("[data-pin]").hidden = line.lost() || !mine.some(one => one.state === "pin");
  box.querySelector("[data-clear]").hidden = !mine.some(one => one.state === "done");
  if (place.dataset.ready) return;
  place.dataset.ready = "yes";
  box.querySelector("[data-pin-send]").addEventListener("click", () => sign(line));
  box.querySelector("[data-clear]").addEventListener("click", async () => {
    for (const one of await store.entries()) if (one.person === box.dataset.person && one.state === "done") await store.drop(one.seq);
    await line.changed();
    await list(line);
  });
}

async function sign(line) {
  const field = line.box().querySelector("[data-pin] input"), pin = field.value;
  field.value = "";
  say(line, null);
  if (pin) await send(line, pin);
  else field.focus();
}

function item(line, store, one, words) {
  const made = line.box().querySelector("template[data-entry]").content.firstElementChild.cloneNode(true);
  const part = name => made.querySelector(`[data-${name}]`);
  made.dataset.state = one.state;
  part("form").textContent = words.form;
  part("title").textContent = words.title.slice(0, 160);
  part("written").textContent = line.box().dataset.wordWritten.replace("{0}", line.clock(one.at));
  for (const state of made.querySelectorAll("[data-is]")) state.hidden = state.dataset.is !== one.state;
  part("number").textContent = words.number && one.state === "done" ? words.number : "";
  part("arrived").textContent = one.arrived ? line.box().dataset.wordArrived.replace("{0}", line.clock(one.arrived)) : "";
  part("sentence").textContent = words.sentence ?? "";
  part("sentence").hidden = !words.sentence;
  part("open").href = one.state === "done" ? words.to : words.page;
  const done = one.state === "done";
  for (const name of ["copy", "drop"]) part(name).hidden = done;
  part("open").hidden = one.state === "waiting";
  part("again").hidden = one.state !== "refused";
  part("copy").addEventListener("click", () => navigator.clipboard.writeText(words.seen).catch(() => null));
  part("again").addEventListener("click", async () => {
    await store.put({ ...one, state: "waiting" });
    await line.changed();
    await list(line);
    if (!line.lost()) await send(line);
  });
  part("drop").addEventListener("click", async event => {
    if (!event.target.dataset.sure) {
      event.target.dataset.sure = "yes";
      event.target.textContent = line.box().dataset.wordSure;
      return;
    }
    await store.drop(one.seq);
    await line.changed();
    await list(line);
  });
  return made;
}
