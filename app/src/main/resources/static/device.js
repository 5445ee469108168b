// What works on this device (OP-126). Each trial does the thing itself and tells its outcome; the sentences stand in
// the page. Nothing is sent anywhere.

const PATIENCE = 20000;
const NEEDED = { Edge: 109, Chrome: 109, Firefox: 115 };

/** Outcomes that are neither good nor bad: work goes on, and there is something to know. */
const PARTLY = { browser: ["unknown"], screen: ["phone", "small"], hindi: ["keyboard"], folder: ["missing"] };

const trials = {
  https: async () => outcome(isSecureContext ? "ok" : "insecure"),
  browser: async () => browser(navigator.userAgent),
  screen: async () => screenOf(screen.width, screen.height),
  hindi,
  offline,
  camera,
  place,
  folder: async () => outcome(!isSecureContext ? "insecure" : "showDirectoryPicker" in window ? "ok" : "missing"),
};

const outcome = (name, found = "") => ({ name, found });

/** The stated versions; whatever is built on Chromium tells Chromium's. */
function browser(agent) {
  for (const [name, word] of [["Edge", "Edg"], ["Firefox", "Firefox"], ["Chrome", "Chrome"]]) {
    const version = agent.match(new RegExp(word + "[A-Za-z]*/(\\d+)"));
    if (version) return outcome(Number(version[1]) >= NEEDED[name] ? "ok" : "old", name + " " + version[1]);
  }
  return outcome("unknown", agent.slice(0, 120));
}

function screenOf(width, height) {
  return outcome(width >= 1024 ? "ok" : width >= 360 ? "phone" : "small", width + " × " + height);
}

/** Conjuncts are narrower than their letters side by side, if the font's rules are followed. */
async function hindi() {
  const faces = await document.fonts.load("100px Karyalay", "कार्यालय");
  const pen = document.createElement("canvas").getContext("2d");
  pen.font = "100px Karyalay";
  const width = text => pen.measureText(text).width;
  const joined = width("क्ष") < width("क") + width("ष") && width("र्य") < width("र") + width("य") && width("त्र") < width("त") + width("र");
  if (faces.length === 0 || !joined) return outcome("font");
  const keyboard = document.querySelector("[data-typing-switch]");
  return outcome(keyboard && !keyboard.hidden ? "ok" : "keyboard");
}

/** Writes, seals, opens and reads, as work without a line does. */
async function offline() {
  if (!isSecureContext) return outcome("insecure");
  if (!("serviceWorker" in navigator && "caches" in window && "indexedDB" in window && crypto.subtle)) return outcome("missing");
  try {
    await navigator.serviceWorker.getRegistrations();
    const key = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const sealed = await crypto.subtle.encrypt({ name: "AES-GCM", iv }, key, new TextEncoder().encode("कार्यालय"));
    const read = await throughDatabase(sealed);
    const opened = new TextDecoder().decode(await crypto.subtle.decrypt({ name: "AES-GCM", iv }, key, read));
    if (opened !== "कार्यालय") return outcome("private");
    const room = navigator.storage?.estimate ? await navigator.storage.estimate() : null;
    return outcome("ok", room?.quota ? Math.round((room.quota - (room.usage ?? 0)) / 1048576) + " MB" : "");
  } catch {
    return outcome("private");
  }
}

async function throughDatabase(bytes) {
  const name = "karyalay-trial";
  const opening = indexedDB.open(name, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore("trial");
  const database = await done(opening);
  try {
    await done(database.transaction("trial", "readwrite").objectStore("trial").put(bytes, 1));
    return await done(database.transaction("trial").objectStore("trial").get(1));
  } finally {
    database.close();
    indexedDB.deleteDatabase(name);
  }
}

const done = request => new Promise((resolve, reject) => {
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error);
  request.onblocked = () => reject(new Error("blocked"));
});

/** A camera counts when a picture has come from it. */
async function camera() {
  if (!isSecureContext) return outcome("insecure");
  if (!navigator.mediaDevices?.getUserMedia) return outcome("missing");
  let stream = null;
  try {
    stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
    const video = Object.assign(document.createElement("video"), { muted: true, playsInline: true, srcObject: stream });
    await within(video.play());
    return video.videoWidth > 0 ? outcome("ok", video.videoWidth + " × " + video.videoHeight) : outcome("busy");
  } catch (error) {
    const known = { NotAllowedError: "denied", SecurityError: "denied", NotFoundError: "none", OverconstrainedError: "none" };
    return outcome(known[error.name] ?? "busy");
  } finally {
    for (const track of stream?.getTracks() ?? []) track.stop();
  }
}

const within = promise => Promise.race([promise, new Promise((_, reject) => setTimeout(reject, PATIENCE, new Error("late")))]);

async function place() {
  if (!isSecureContext) return outcome("insecure");
  if (!navigator.geolocation) return outcome("missing");
  return new Promise(resolve => navigator.geolocation.getCurrentPosition(
    found => resolve(outcome("ok", "± " + Math.round(found.coords.accuracy))),
    fault => resolve(outcome({ 1: "denied", 2: "unknown", 3: "late" }[fault.code] ?? "unknown")),
    { enableHighAccuracy: true, timeout: PATIENCE, maximumAge: 0 }));
}

async function run(name) {
  const line = document.querySelector("[data-trial=" + name + "]");
  const verdict = line.querySelector(".verdict");
  const button = line.querySelector("[data-try]");
  if (button) button.disabled = true;
  verdict.textContent = verdict.dataset.wordTrying;
  const came = await trials[name]();
  const state = came.name === "ok" ? "works" : PARTLY[name]?.includes(came.name) ? "partly" : "fails";
  for (const sentence of line.querySelectorAll("[data-outcome]")) {
    sentence.hidden = sentence.dataset.outcome !== came.name;
    sentence.querySelector(".found").textContent = sentence.hidden ? "" : came.found;
  }
  line.dataset.state = state;
  verdict.textContent = verdict.dataset["word" + state[0].toUpperCase() + state.slice(1)];
  if (button) button.disabled = false;
}

/** What asks its user waits for a press, unless it would be in vain. */
async function begin() {
  document.documentElement.classList.add("script");
  for (const button of document.querySelectorAll("[data-try]")) button.onclick = () => run(button.dataset.try);
  for (const name of Object.keys(trials)) {
    const asks = document.querySelector("[data-try=" + name + "]");
    if (!asks || !isSecureContext) await run(name);
  }
}

begin();
