// Words that may be meant by what is typed by ear: other readings of the letters, words of the office, of the police, and
// places of the district. They are offered under the line; none is taken but by hand (↓ and Enter, or a touch).

const MOST = 6;
const SOUNDS = { क: "k", ख: "k", ग: "g", घ: "g", ङ: "n", च: "c", छ: "c", ज: "j", झ: "j", ञ: "n", ट: "t", ठ: "t", ड: "d", ढ: "d", ण: "n", त: "t", थ: "t", द: "d", ध: "d",
  न: "n", प: "p", फ: "f", ब: "b", भ: "b", म: "m", य: "y", र: "r", ल: "l", ळ: "l", व: "v", श: "s", ष: "s", स: "s", ह: "h", "ं": "n", "ँ": "n" };
const SPELT = { "ा": "a", "ि": "i", "ी": "i", "ु": "u", "ू": "u", "े": "e", "ै": "ai", "ो": "o", "ौ": "au", "ृ": "ri", "ॉ": "o", अ: "a", आ: "a", इ: "i", ई: "i", उ: "u", ऊ: "u",
  ए: "e", ऐ: "ai", ओ: "o", औ: "au", ऋ: "ri" };
let index = null;

/** Words by their consonants, those of each list in its order. */
function words(address) {
  index ??= load(address).catch(fault => {
    index = null;
    throw fault;
  });
  return index;
}

async function load(address) {
  let text = stored();
  if (!text) {
    const answer = await fetch(address, { headers: { "X-Karyalay": "fetch" } });
    if (!answer.ok) throw new Error(String(answer.status));
    text = await answer.text();
    store(text);
  }
  const found = new Map();
  for (const word of text.split("\n")) {
    const bones = hard(word);
    if (bones) found.set(bones, [...found.get(bones) ?? [], word]);
  }
  return found;
}

const stored = () => {
  try {
    return sessionStorage.getItem("typing-words");
  } catch {
    return null;
  }
};
const store = text => {
  try {
    sessionStorage.setItem("typing-words", text);
  } catch {
    // A browser that stores nothing fetches them again.
  }
};

const once = text => text.replace(/n(?=[pbfm])/g, "m").replace(/(.)\1+/g, "$1");

/** What is left of a Hindi word: its consonants by their sound. */
const hard = word => once((/^[अ-औ]/.test(word) ? "a" : "") + Array.from(word.replace(/ज्ञ/g, "ग्य").replace(/ृ/g, "र"), letter => SOUNDS[letter] ?? "").join(""));

/** The same of what is typed in Latin letters. */
const soft = latin => {
  const low = latin.replace(/ng$/, "ngg").toLowerCase().replace(/tion/g, "shn").replace(/c(?=[eiy])/g, "s").replace(/jn|dny/g, "gy").replace(/ksh|x/g, "ks").replace(/ph/g, "f")
    .replace(/sh/g, "s").replace(/(?<=[kgcjtdb])h/g, "").replace(/z/g, "j").replace(/w/g, "v").replace(/q/g, "k");
  return once((/^[aeiou]/.test(low) ? "a" : "") + low.replace(/[^bcdfghjklmnpqrstvyz]/g, ""));
};

const spelt = word => Array.from(word.replace(/ज्ञ/g, "ग्य"), letter => SPELT[letter] ?? SOUNDS[letter] ?? "").join("");
const plain = latin => latin.toLowerCase().replace(/ee/g, "i").replace(/oo/g, "u").replace(/ph/g, "f").replace(/sh/g, "s").replace(/w/g, "v").replace(/(?<=[kgcjtdb])h/g, "").replace(/(.)\1+/g, "$1");

/** How far a word is from what was typed, by letters. */
function distance(one, other) {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++) next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (one[i - 1] === other[j - 1] ? 0 : 1));
    row = next;
  }
  return row[other.length];
}

async function meant(latin, address) {
  const found = await words(address), bones = soft(latin), near = plain(latin);
  const nearest = list => list.map(word => [distance(near, spelt(word)), word]).sort((a, b) => a[0] - b[0] || a[1].length - b[1].length).map(pair => pair[1]);
  const same = nearest(found.get(bones) ?? []);
  if (bones.length < 3 || same.length >= MOST) return same;
  const longer = [];
  for (const [other, list] of found) if (other !== bones && other.startsWith(bones)) longer.push(...list);
  return [...same, ...nearest(longer)];
}

let list = null;
let latest = null;

/** Shows what may be meant; the answer takes keys and can be closed. */
export function offers({ words: address, readings, title, latin, shown, dom, take }) {
  const state = latest = {};
  if (list) select(Array.from(list.children), -1);
  const fill = texts => {
    if (state !== latest) return;
    const others = [...new Set(texts)].filter(text => text !== shown).slice(0, MOST);
    draw(others, title, dom, take);
  };
  const read = readings(latin).slice(0, 2);
  meant(latin, address).then(found => fill([...found.slice(0, MOST - 1), ...read]), () => fill(read));
  return {
    close() {
      latest = null;
      list?.remove();
      list = null;
    },
    key: event => list !== null && pressed(event, take),
  };
}

function pressed(event, take) {
  const lines = Array.from(list.children), at = lines.findIndex(line => line.getAttribute("aria-selected") === "true");
  switch (event.code) {
    case "ArrowDown": select(lines, (at + 1) % lines.length); break;
    case "ArrowUp": if (at < 0) return false; select(lines, (at - 1 + lines.length) % lines.length); break;
    case "Enter": case "NumpadEnter": if (at < 0) return false; take(lines[at].textContent); break;
    case "Escape": list.remove(); list = null; break;
    default: return false;
  }
  event.preventDefault();
  event.stopPropagation();
  return true;
}

const select = (lines, at) => lines.forEach((line, index) => line.setAttribute("aria-selected", String(index === at)));

/** What was chosen while better offers were fetched stays chosen. */
function draw(texts, title, dom, take) {
  const chosen = list?.querySelector("[aria-selected=true]")?.textContent;
  list?.remove();
  list = null;
  if (texts.length === 0) return;
  list = document.createElement("ul");
  list.className = "typing-offers";
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", title);
  for (const text of texts) {
    const line = Object.assign(document.createElement("li"), { textContent: text });
    line.setAttribute("role", "option");
    line.addEventListener("pointerdown", event => {
      event.preventDefault();
      take(text);
    });
    list.append(line);
  }
  if (chosen) select(Array.from(list.children), texts.indexOf(chosen));
  document.body.append(list);
  const spot = cursor(dom), wide = document.documentElement.clientWidth;
  list.style.left = Math.max(4, Math.min(spot.left, wide - list.offsetWidth - 4)) + "px";
  const under = spot.bottom + 4;
  list.style.top = (under + list.offsetHeight > innerHeight ? spot.top - list.offsetHeight - 4 : under) + "px";
}

/** Where the words go: under the cursor of an editor, under a field. */
function cursor(dom) {
  if (!dom.matches("textarea, input")) {
    const rect = getSelection().rangeCount > 0 ? getSelection().getRangeAt(0).getBoundingClientRect() : null;
    if (rect && rect.bottom > 0) return rect;
  }
  const rect = dom.getBoundingClientRect();
  return { left: rect.left, top: rect.top, bottom: Math.min(rect.bottom, innerHeight - 60) };
}
