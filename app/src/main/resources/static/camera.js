// The camera page of a telephone: each photo is made a page here, straight, grey and small, and sent. The secret stands
// behind the `#` of the address and travels in a header; nothing is read from the office but "taken".

const main = document.querySelector("[data-camera]"), words = main.dataset;
const part = (name) => main.querySelector(`[data-${name}]`);
const say = (pattern, ...all) => all.reduce((text, word, i) => text.replace(`{${i}}`, word), pattern);
const secret = location.hash.slice(1);
const PAUSES = [1, 2, 4, 8, 15];
// A page as it is sent: A4 at 175 dpi.
const MOST = 245000, LONGEST = 2600, POINTS = 1447 * 2047;

/** Not crypto.randomUUID: an office's plain http has none. */
function id() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, "$1-$2-$3-$4-$5");
}

/** By which the same telephone is known again, also when the camera has thrown this page out of memory. */
function phone() {
  try {
    const known = localStorage.getItem("scan-phone") ?? id();
    localStorage.setItem("scan-phone", known);
    return known;
  } catch {
    return (phone.own ??= id());
  }
}

const state = (text, wrong = false) => {
  part("state").textContent = text;
  part("state").classList.toggle("wrong", wrong);
};
const pause = (seconds) => new Promise((on) => {
  const go = () => {
    window.removeEventListener("online", go);
    on();
  };
  setTimeout(go, seconds * 1000);
  window.addEventListener("online", go);
});

class No extends Error {
  constructor(answer) {
    super(answer.sentence);
    this.code = answer.code;
  }
}

/** Asks until an answer comes; a refusal is thrown. */
async function ask(path, headers = {}, body = undefined) {
  for (let times = 0; ; times++) {
    let answer = null;
    try {
      answer = await fetch(path, { method: "POST", cache: "no-store", body, headers: { "Scan-Secret": secret, "Scan-Phone": phone(), ...headers } });
    } catch {
      state(words.wordLost, true);
    }
    if (answer?.ok) return answer.status === 204 ? null : answer.json();
    if (answer && answer.status < 500) throw new No(await answer.json().catch(() => ({ code: "", sentence: words.wordLost })));
    await pause(PAUSES[Math.min(times, PAUSES.length - 1)]);
  }
}

const OVER = ["scanning.QR_OVER", "scanning.FORM_GONE", "scanning.QR_UNKNOWN", "scanning.OTHER_PHONE"];

function over(sentence) {
  stopLive();
  part("take").hidden = part("review").hidden = true;
  state(sentence, true);
}

// What was photographed and is to be sent, one after another, so that pages stand in their order.
const pages = new Map();
let queue = Promise.resolve();
const sentCount = () => [...pages.values()].filter((page) => page.serial && !page.gone).length;

function card(page) {
  const item = document.createElement("li"), image = document.createElement("img"), text = document.createElement("span");
  image.alt = "";
  if (page.blob) image.src = URL.createObjectURL(page.blob);
  const button = (label, run) => {
    const made = Object.assign(document.createElement("button"), { type: "button", textContent: label });
    made.addEventListener("click", run);
    return made;
  };
  page.retake = button(words.wordRetake, () => {
    instead = page.id;
    part("photo").querySelector("input").click();
  });
  page.remove = button(words.wordRemove, () => remove(page));
  page.again = button(words.wordAgain, () => {
    page.headers["Scan-Again"] = "yes";
    put(page);
  });
  page.leave = button(words.wordLeave, () => forget(page));
  item.append(image, text, page.again, page.leave, page.retake, page.remove);
  page.item = item;
  page.text = text;
  part("sent").append(item);
  show(page);
}

function show(page) {
  page.text.textContent = page.refused ?? (page.serial ? say(words.wordSent, page.serial) : say(words.wordSending, ""));
  page.item.classList.toggle("wrong", Boolean(page.refused));
  page.again.hidden = page.code !== "scanning.PAGE_ALIKE";
  page.leave.hidden = !page.refused;
  page.retake.hidden = page.remove.hidden = !page.serial;
}

function forget(page) {
  page.gone = true;
  page.item.remove();
}

async function remove(page) {
  page.item.classList.add("going");
  try {
    await ask(`/scan/pages/${page.id}/removal`);
    forget(page);
    state(say(words.wordReady, sentCount()));
  } catch (fault) {
    if (OVER.includes(fault.code)) over(fault.message);
    page.item.classList.remove("going");
  }
}

let instead = null;

function put(page) {
  page.refused = page.code = undefined;
  if (!page.item) card(page);
  show(page);
  queue = queue.then(() => transfer(page));
}

async function transfer(page) {
  state(say(words.wordSending, page.serial ?? sentCount() + 1));
  try {
    const taken = await ask(`/scan/pages/${page.id}`, page.headers, page.blob);
    page.serial = taken.serial;
    if (page.headers["Scan-Instead"]) {
      const before = pages.get(page.headers["Scan-Instead"]);
      if (before) {
        before.item.replaceWith(page.item);
        before.gone = true;
      }
    }
    state(say(words.wordReady, sentCount()));
  } catch (fault) {
    if (!(fault instanceof No)) throw fault;
    page.refused = fault.message;
    page.code = fault.code;
    state(fault.message, true);
    if (OVER.includes(fault.code)) over(fault.message);
  }
  show(page);
}

function send(blob, straight) {
  const page = { id: id(), blob, headers: { "Content-Type": blob.type || "application/octet-stream" } };
  if (straight) page.headers["Scan-Straight"] = "yes";
  if (instead) page.headers["Scan-Instead"] = instead;
  instead = null;
  pages.set(page.id, page);
  put(page);
}

// ---- making a page of a photo

let worker = null;
try {
  worker = new Worker(words.straighten);
} catch {
  // The program straightens what this telephone cannot.
}

// One question at a time: the worker's answers bear no names.
let working = Promise.resolve();
const work = (message) => (working = working.catch(() => {}).then(() => new Promise((done, failed) => {
  worker.onmessage = ({ data }) => done(data);
  worker.onerror = failed;
  worker.postMessage(message);
})));

/** Decoded at about the size it is needed: 48 million points do not fit into an old telephone. */
async function decoded(blob) {
  const image = new Image();
  image.src = URL.createObjectURL(blob);
  try {
    await new Promise((on, off) => ((image.onload = on), (image.onerror = off)));
    const scale = Math.min(1, LONGEST / Math.max(image.naturalWidth, image.naturalHeight));
    const width = Math.round(image.naturalWidth * scale), height = Math.round(image.naturalHeight * scale);
    const canvas = Object.assign(document.createElement("canvas"), { width, height });
    const context = canvas.getContext("2d", { willReadFrequently: true });
    context.imageSmoothingQuality = "high";
    const bitmap = scale < 1 && self.createImageBitmap
      ? await createImageBitmap(image, { resizeWidth: width, resizeHeight: height, resizeQuality: "high" }).catch(() => null) : null;
    context.drawImage(bitmap ?? image, 0, 0, width, height);
    bitmap?.close();
    return canvas;
  } finally {
    URL.revokeObjectURL(image.src);
  }
}

function grey(canvas) {
  const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
  const made = new Uint8Array(canvas.width * canvas.height);
  for (let i = 0, at = 0; i < made.length; i++, at += 4) made[i] = (data[at] * 77 + data[at + 1] * 150 + data[at + 2] * 29) >> 8;
  return made;
}

const coded = (canvas, quality) => new Promise((done) => canvas.toBlob(done, "image/jpeg", quality));

/** At most 250 KB: first the quality gives way, then the size. */
async function small(canvas) {
  for (let now = canvas; ; ) {
    for (const quality of [0.7, 0.55, 0.42, 0.3]) {
      const blob = await coded(now, quality);
      if (blob.size <= MOST) return blob;
    }
    const next = Object.assign(document.createElement("canvas"), { width: Math.round(now.width * 0.85), height: Math.round(now.height * 0.85) });
    next.getContext("2d").drawImage(now, 0, 0, next.width, next.height);
    now = next;
  }
}

const WHOLE = [0, 0, 1, 0, 1, 1, 0, 1];
let sheet = null;

async function photo(blob) {
  const head = new Uint8Array(await blob.slice(0, 12).arrayBuffer());
  const heic = String.fromCharCode(...head.slice(4, 8)) === "ftyp";
  if (heic) return state(words.wordHeic, true);
  state(words.wordWorking);
  let canvas;
  try {
    canvas = await decoded(blob);
  } catch {
    return state(words.wordHeic, true);
  }
  if (!worker) return send(await small(canvas), false);
  const { corners } = await work({ find: grey(canvas), width: canvas.width, height: canvas.height });
  sheet = { canvas, corners: corners ?? WHOLE.slice(), found: Boolean(corners), moved: false };
  review();
}

function review() {
  looked = new Promise((on) => (lookedAt = on));
  part("take").hidden = true;
  part("review").hidden = false;
  const before = instead && pages.get(instead)?.serial;
  part("edges").textContent = (before ? `${say(words.wordPage, before)}: ` : "") + (sheet.found ? words.wordEdges : words.wordNoEdges);
  state(say(words.wordReady, sentCount()));
  draw();
}

function draw() {
  const canvas = part("sheet"), width = Math.min(main.clientWidth, 900), { corners } = sheet;
  const high = Math.round((width * sheet.canvas.height) / sheet.canvas.width);
  canvas.width = width;
  canvas.height = high;
  const pen = canvas.getContext("2d");
  pen.drawImage(sheet.canvas, 0, 0, width, high);
  const at = (i) => [corners[2 * i] * width, corners[2 * i + 1] * high];
  pen.beginPath();
  [0, 1, 2, 3].forEach((i) => pen.lineTo(...at(i)));
  pen.closePath();
  pen.lineWidth = 3;
  pen.strokeStyle = "#c8102e";
  pen.stroke();
  for (let i = 0; i < 4; i++) {
    pen.beginPath();
    pen.arc(...at(i), 14, 0, 7);
    pen.fillStyle = "rgb(255 255 255 / 70%)";
    pen.fill();
    pen.stroke();
  }
}

let held = -1;

function place(event) {
  const box = part("sheet").getBoundingClientRect();
  return [(event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height].map((n) => Math.min(1, Math.max(0, n)));
}

part("sheet").addEventListener("pointerdown", (event) => {
  const [x, y] = place(event), box = part("sheet").getBoundingClientRect();
  const far = (i) => Math.hypot((sheet.corners[2 * i] - x) * box.width, (sheet.corners[2 * i + 1] - y) * box.height);
  held = [0, 1, 2, 3].reduce((best, i) => (far(i) < far(best) ? i : best), 0);
  if (far(held) > 60) held = -1;
  else part("sheet").setPointerCapture(event.pointerId);
});
part("sheet").addEventListener("pointermove", (event) => {
  if (held < 0) return;
  [sheet.corners[2 * held], sheet.corners[2 * held + 1]] = place(event);
  sheet.moved = true;
  draw();
});
part("sheet").addEventListener("pointerup", () => (held = -1));
part("sheet").addEventListener("pointercancel", () => (held = -1));

function turned(canvas) {
  const made = Object.assign(document.createElement("canvas"), { width: canvas.height, height: canvas.width });
  const pen = made.getContext("2d");
  pen.translate(made.width, 0);
  pen.rotate(Math.PI / 2);
  pen.drawImage(canvas, 0, 0);
  return made;
}

part("turn").addEventListener("click", () => {
  const c = sheet.corners;
  sheet.canvas = turned(sheet.canvas);
  // The corner that was bottom left is top left now.
  sheet.corners = [3, 0, 1, 2].flatMap((i) => [1 - c[2 * i + 1], c[2 * i]]);
  draw();
});
part("whole").addEventListener("click", () => {
  sheet.corners = WHOLE.slice();
  sheet.moved = sheet.found = false;
  part("edges").textContent = words.wordNoEdges;
  draw();
});
part("drop").addEventListener("click", ready);
part("send").addEventListener("click", async () => {
  const { canvas, corners, found, moved } = sheet;
  part("send").disabled = true;
  state(words.wordWorking);
  if (found || moved) {
    const page = await work({ make: grey(canvas), width: canvas.width, height: canvas.height, corners, most: POINTS });
    const made = Object.assign(document.createElement("canvas"), { width: page.width, height: page.height });
    const image = made.getContext("2d").createImageData(page.width, page.height);
    for (let i = 0; i < page.grey.length; i++) {
      image.data[4 * i] = image.data[4 * i + 1] = image.data[4 * i + 2] = page.grey[i];
      image.data[4 * i + 3] = 255;
    }
    made.getContext("2d").putImageData(image, 0, 0);
    send(await small(made), true);
  } else send(await small(canvas), false);
  part("send").disabled = false;
  ready();
});

/** Many chosen at once are looked at one after another. */
let looked = Promise.resolve(), lookedAt = () => {};

function ready() {
  sheet = null;
  lookedAt();
  part("review").hidden = true;
  part("take").hidden = false;
}

// ---- the live camera, where the page is secure enough to have one

let stream = null;

async function startLive() {
  try {
    stream = await navigator.mediaDevices.getUserMedia({ audio: false, video: { facingMode: "environment", width: { ideal: 2560 }, height: { ideal: 1920 } } });
  } catch {
    return state(words.wordDenied, true);
  }
  const video = part("live").querySelector("video");
  video.srcObject = stream;
  await video.play();
  live(true);
  guide();
}

function live(on) {
  part("live").hidden = part("shutter").hidden = part("stop-live").hidden = !on;
  part("start-live").hidden = on || !canLive();
  part("photo").hidden = on;
}

function stopLive() {
  stream?.getTracks().forEach((track) => track.stop());
  stream = null;
  live(false);
}

const canLive = () => window.isSecureContext && Boolean(navigator.mediaDevices?.getUserMedia);

function frame(longest) {
  const video = part("live").querySelector("video");
  const scale = Math.min(1, longest / Math.max(video.videoWidth, video.videoHeight));
  const canvas = Object.assign(document.createElement("canvas"), { width: Math.round(video.videoWidth * scale), height: Math.round(video.videoHeight * scale) });
  canvas.getContext("2d", { willReadFrequently: true }).drawImage(video, 0, 0, canvas.width, canvas.height);
  return canvas;
}

/** Draws where the page would be cut out, about three times a second. */
async function guide() {
  const over = part("live").querySelector("canvas");
  while (stream) {
    if (!part("take").hidden && worker) {
      const seen = frame(400);
      const { corners } = await work({ find: grey(seen), width: seen.width, height: seen.height });
      over.width = seen.width;
      over.height = seen.height;
      const pen = over.getContext("2d");
      pen.lineWidth = 4;
      pen.strokeStyle = "#2e7d32";
      if (corners) {
        pen.beginPath();
        for (let i = 0; i < 4; i++) pen.lineTo(corners[2 * i] * over.width, corners[2 * i + 1] * over.height);
        pen.closePath();
        pen.stroke();
      }
    }
    await pause(0.35);
  }
}

// Whoever does not go on taking a page again takes a new one: nothing is put in the place of another by mistake.
for (const name of ["photo", "gallery", "shutter"])
  part(name).addEventListener("click", (event) => {
    if (event.isTrusted) instead = null;
  }, true);
part("start-live").addEventListener("click", startLive);
part("stop-live").addEventListener("click", stopLive);
part("shutter").addEventListener("click", async () => {
  const track = stream.getVideoTracks()[0];
  // The still camera is sharper than the moving one, where it can be had.
  const still = self.ImageCapture ? await new ImageCapture(track).takePhoto().catch(() => null) : null;
  photo(still ?? (await coded(frame(LONGEST), 0.92)));
});
part("photo").addEventListener("change", (event) => {
  const [file] = event.target.files;
  event.target.value = "";
  if (file) photo(file);
});
part("gallery").addEventListener("change", async (event) => {
  const files = [...event.target.files];
  event.target.value = "";
  for (const file of files) {
    await photo(file);
    if (sheet) await looked;
  }
});
document.querySelector("[data-language]").addEventListener("click", async (event) => {
  await fetch("/language", { method: "POST", body: new URLSearchParams({ to: "/scan", language: event.target.dataset.language }) }).catch(() => {});
  location.reload();
});
window.addEventListener("hashchange", () => location.reload());

ask("/scan/opening").then((shown) => {
  shown.pages.forEach(({ page, serial }) => {
    const known = { id: page, serial, headers: {} };
    pages.set(page, known);
    card(known);
  });
  ready();
  live(false);
  state(say(words.wordReady, sentCount()));
  setTimeout(() => over(words.wordOver), shown.seconds * 1000);
}, (fault) => over(fault.message));
