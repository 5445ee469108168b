// What waits on this device, sealed: entries that could not be sent, and what is being typed. One database for the machine,
// a key for each person; who has not signed in reads counts and times, no more. docs/adr/0013-offline.md says why.
//   entries  { seq, act, person, key, at, state: waiting | pin | refused | done, uploads, words, files }
//   typing   { id, person, key, at, words }    id: a hash of person and form

const DATABASE = "karyalay";
const text = new TextEncoder();

const opened = new Promise((done, failed) => {
  const asked = indexedDB.open(DATABASE, 1);
  asked.onupgradeneeded = () => {
    asked.result.createObjectStore("entries", { keyPath: "seq", autoIncrement: true }).createIndex("act", "act", { unique: true });
    asked.result.createObjectStore("typing", { keyPath: "id" });
  };
  asked.onerror = () => failed(asked.error);
  asked.onsuccess = () => {
    asked.result.onversionchange = () => asked.result.close();
    done(asked.result);
  };
});
opened.catch(() => null);

/** One transaction; it is over when the disk has it, since what follows may be a power cut. */
async function within(name, mode, work) {
  const database = await opened;
  return new Promise((done, failed) => {
    const transaction = database.transaction(name, mode, { durability: "strict" });
    const asked = work(transaction.objectStore(name));
    transaction.oncomplete = () => done(asked?.result);
    transaction.onerror = transaction.onabort = () => failed(transaction.error);
  });
}

/** Oldest first. */
export const entries = () => within("entries", "readonly", store => store.getAll());
export const entry = seq => within("entries", "readonly", store => store.get(seq));
export const add = one => within("entries", "readwrite", store => store.add(one));
export const put = one => within("entries", "readwrite", store => store.put(one));
export const drop = seq => within("entries", "readwrite", store => store.delete(seq));
export const allTyped = () => within("typing", "readonly", store => store.getAll());
export const typed = id => within("typing", "readonly", store => store.get(id));
export const putTyped = one => within("typing", "readwrite", store => store.put(one));
export const dropTyped = id => within("typing", "readwrite", store => store.delete(id));

/** A key that this page may use and nobody can read out of it. */
export const importKey = secret =>
  crypto.subtle.importKey("raw", Uint8Array.from(atob(secret), c => c.charCodeAt(0)), "AES-GCM", false, ["encrypt", "decrypt"]);

/** Bound to its person and act, so that nothing sealed passes for something else. */
export async function seal(key, bound, bytes) {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  return { iv, data: await crypto.subtle.encrypt({ name: "AES-GCM", iv, additionalData: text.encode(bound) }, key, bytes) };
}

/** Fails when the key or what it is bound to is another. */
export const unseal = (key, bound, { iv, data }) =>
  crypto.subtle.decrypt({ name: "AES-GCM", iv, additionalData: text.encode(bound) }, key, data);

export const sealWords = (key, bound, words) => seal(key, bound, text.encode(JSON.stringify(words)));
export const unsealWords = async (key, bound, box) => JSON.parse(new TextDecoder().decode(await unseal(key, bound, box)));

export async function digest(words) {
  const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", text.encode(words)));
  return Array.from(bytes, byte => byte.toString(16).padStart(2, "0")).join("");
}

/** An id made on the device as the server makes them: UUIDv7, so that acts sort by when they were written. */
export function actId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  let now = Date.now();
  for (let i = 5; i >= 0; i--, now = Math.floor(now / 256)) bytes[i] = now % 256;
  bytes[6] = 0x70 | bytes[6] & 0x0f;
  bytes[8] = 0x80 | bytes[8] & 0x3f;
  const hex = Array.from(bytes, byte => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, "$1-$2-$3-$4-$5");
}
