// Sends forms without losing what was typed. Without this script every form works as the browser sends it.
// A refusal, an ended session or a lost line becomes a sentence above the buttons; the act id of the form stays,
// so that pressing again does nothing twice.

const SENDS = "main form[method=post]:not([data-plain])";
const SECONDS_TO_WAIT = 60;

document.addEventListener("submit", event => {
  const form = event.target;
  if (!form.matches(SENDS) || event.defaultPrevented) return;
  event.preventDefault();
  if (!form.dataset.sending) send(form, event.submitter);
});

document.addEventListener("input", event => {
  const form = event.target.closest(SENDS);
  if (form && event.target.closest("textarea, [contenteditable], [data-keep]")) form.dataset.typed = "yes";
});

window.addEventListener("beforeunload", event => {
  if (!document.querySelector("form[data-typed]:not([data-gone])")) return;
  event.preventDefault();
  event.returnValue = "";
});

async function send(form, button) {
  form.dataset.sending = "yes";
  button?.setAttribute("aria-disabled", "true");
  say(form, "");
  const data = filled(form, button);
  if (!await left(form, button, data, false)) await sendNow(form, button, data);
  delete form.dataset.sending;
  button?.removeAttribute("aria-disabled");
}

function filled(form, button) {
  const data = new FormData(form);
  if (button?.name) data.append(button.name, button.value);
  return data;
}

async function sendNow(form, button, data) {
  try {
    if (form.dataset.stale && !await freshen(form, data)) say(form, document.body.dataset.wordAnother);
    else await receive(form, await post(form, button, data));
  } catch {
    if (!await left(form, button, data, true)) say(form, document.body.dataset.wordLost);
  }
}

async function receive(form, answer) {
  document.dispatchEvent(new Event("karyalay:heard"));
  const to = answer.getResponseHeader("X-Karyalay-Location");
  if (to) await leave(form, to);
  else if (answer.status === 200) show(form, answer.responseText);
  else refuse(form, answer);
}

/** Whether the form is kept on the device and goes by itself later (offline.js); never unless that is certain. */
async function left(form, button, data, tried) {
  const unsent = new CustomEvent("karyalay:unsent", { cancelable: true, detail: { form, button, data, tried } });
  if (document.dispatchEvent(unsent)) return false;
  try {
    await unsent.detail.taken;
    return true;
  } catch {
    say(form, document.body.dataset.wordLost);
    return true;
  }
}

function post(form, button, data) {
  const files = form.enctype === "multipart/form-data";
  const request = new XMLHttpRequest();
  request.open("POST", button?.getAttribute("formaction") ?? form.getAttribute("action") ?? location.href);
  request.setRequestHeader("X-Karyalay", "fetch");
  if (files) request.upload.onprogress = progress => part(form, progress);
  else request.timeout = SECONDS_TO_WAIT * 1000;
  const stop = () => files || request.abort();
  document.addEventListener("karyalay:lost", stop);
  return new Promise((done, lost) => {
    request.onload = () => done(request);
    request.onerror = request.ontimeout = request.onabort = lost;
    request.send(files ? data : new URLSearchParams(data));
  }).finally(() => {
    document.removeEventListener("karyalay:lost", stop);
    form.querySelector("progress.sent")?.remove();
  });
}

/** How much of an upload has gone. */
function part(form, progress) {
  let bar = form.querySelector("progress.sent");
  if (!bar) {
    bar = document.createElement("progress");
    bar.className = "sent";
    bar.setAttribute("aria-label", document.body.dataset.wordSending);
    slot(form).after(bar);
  }
  document.dispatchEvent(new Event("karyalay:heard"));
  if (progress.lengthComputable) {
    bar.max = progress.total;
    bar.value = progress.loaded;
  }
}

async function leave(form, to) {
  form.dataset.gone = "yes";
  const sent = new CustomEvent("karyalay:sent", { bubbles: true, detail: { until: null } });
  form.dispatchEvent(sent);
  await sent.detail.until;
  const here = new URL(location.href);
  const there = new URL(to, here);
  location.assign(there);
  if (there.hash && there.pathname === here.pathname && there.search === here.search) location.reload();
}

/** A page as the answer (the outcome of many papers): it takes the place of this one. */
function show(form, html) {
  form.dataset.gone = "yes";
  const page = new DOMParser().parseFromString(html, "text/html");
  // A parser without scripts takes what is for browsers without them as text of the page.
  for (const unseen of page.querySelectorAll("noscript")) unseen.remove();
  document.title = page.title;
  document.body.replaceWith(document.adoptNode(page.body));
  document.getElementById("main")?.focus();
  document.dispatchEvent(new Event("karyalay:page"));
}

/**
 * After signing in again in another tab the form needs the new session's mark. Whoever else signed in there gets none
 * of it: false when the session is another person's.
 */
async function freshen(form, data) {
  const page = await fetch("/account", { cache: "no-store" });
  const there = new DOMParser().parseFromString(await page.text(), "text/html");
  const who = there.body.dataset.who;
  if (who && who !== document.body.dataset.who) return false;
  if (!page.ok || page.redirected) return true;
  const mark = there.querySelector("input[name=_csrf]");
  if (!mark) return true;
  for (const field of document.querySelectorAll("input[name=_csrf]")) field.value = mark.value;
  data.set("_csrf", mark.value);
  delete form.dataset.stale;
  return true;
}

function refuse(form, answer) {
  if (answer.status === 401 || answer.status === 403) form.dataset.stale = "yes";
  if (answer.status === 423) document.dispatchEvent(new Event("karyalay:locked"));
  const page = new DOMParser().parseFromString(answer.responseText, "text/html");
  const sentence = page.querySelector("[role=alert]");
  if (!sentence) return say(form, document.body.dataset.wordFault);
  const place = say(form, " ");
  place.replaceChildren(...Array.from(sentence.childNodes, node => document.importNode(node, true)));
}

function say(form, sentence) {
  const place = slot(form);
  place.textContent = sentence;
  if (sentence) place.scrollIntoView({ block: "nearest" });
  return place;
}

/** The place for a sentence: before the buttons, or wherever the template put one. */
function slot(form) {
  let place = form.querySelector(":scope [role=alert]:not(.error)");
  if (place) return place;
  place = document.createElement("p");
  place.className = "refusal";
  place.setAttribute("role", "alert");
  const last = form.querySelector(":scope > .foot-bar, :scope > .actions") ?? form.querySelector("button:not([type=button])");
  if (last) last.before(place);
  else form.append(place);
  return place;
}
