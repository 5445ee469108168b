// Hindi by ear: what is typed in Latin letters, as one would spell it, becomes Devanagari while one types. The rules are
// those that typists expect (docs/adr/0011); what they cannot know is offered (offers.js), never taken silently.

const CONSONANTS = {
  ksh: "क्ष", kSh: "क्ष", x: "क्ष", chh: "छ", Ch: "छ", ch: "च", c: "च", kh: "ख", k: "क", gh: "घ", g: "ग", jh: "झ", jny: "ज्ञ", jn: "ज्ञ", j: "ज",
  Th: "ठ", T: "ट", th: "थ", t: "त", Dh: "ढ", D: "ड", dh: "ध", d: "द", Rh: "ढ़", R: "ड़", N: "ण", n: "न", ph: "फ", f: "फ", F: "फ़", p: "प",
  bh: "भ", b: "ब", m: "म", y: "य", r: "र", l: "ल", L: "ळ", v: "व", w: "व", shh: "ष", Sh: "ष", sh: "श", s: "स", h: "ह", z: "ज", Z: "ज़", q: "क",
};
const VOWELS = {
  a: ["अ", ""], aa: ["आ", "ा"], i: ["इ", "ि"], ii: ["ई", "ी"], u: ["उ", "ु"], uu: ["ऊ", "ू"], rri: ["ऋ", "ृ"],
  e: ["ए", "े"], ai: ["ऐ", "ै"], o: ["ओ", "ो"], au: ["औ", "ौ"], E: ["ऍ", "ॅ"], O: ["ऑ", "ॉ"],
};
const ALIKE = { A: "aa", ee: "ii", I: "ii", oo: "uu", U: "uu", ou: "au" };
const SIGNS = { M: "ं", MM: "ँ", H: "ः", "~": "्" };
const PARTS = [...Object.keys(CONSONANTS), ...Object.keys(VOWELS), ...Object.keys(ALIKE), ...Object.keys(SIGNS)].sort((a, b) => b.length - a.length);
const set = words => new Set(words.split(" "));

// Two consonants with no vowel between them are joined in these pairs; elsewhere the vowel is left out in writing only
// (जनपद, कर्मचारी). At the beginning of a word all are joined.
const JOINED = set("kk kkh gg chch chchh jj TT TTh DD DDh tt tth dd ddh pp pph bb mm nn ll ss kt pt bd bdh gdh st sth sT sTh sp sv sy tm tk tp ts tv dv dhv "
  + "shch shn shv shm ShT ShTh Shk Shp ShN Shm shT shTh shk nh nm nv mh bj bt ft hm hn kS rr lp ngh lT dbh tkr");
const AFTER_R = set("y m v w sh Sh t th d dh N n g ch j bh ksh");
const BEFORE_R = set("k g gh t d dh p b bh f sh T D");
const LAST = set("lp lk lt ld lm rk rkh rg rch rj rt rth rd rdh rp rf rb rbh rm rv rsh rs rn rN kt pt tn tm tr dr kr sT st sk nm km bz bt sr gr pr hr chchh");
const TURNED = { t: "T", th: "Th", T: "T", Th: "Th", N: "N" }; // दृष्टि: after "sh"
const VOCALIC = set("k g gh m d v h"); // कृपया, दृष्टि: before "ri"
const DENTAL = set("k kh g gh ch chh j jh T Th D Dh t th d dh s sh Sh ksh");
const LABIAL = set("p ph b bh");

/** The parts of a word: `{ c }` a consonant, `{ v, long }` a vowel, `{ s }` a sign. */
function parts(latin) {
  const found = [];
  for (let at = 0; at < latin.length;) {
    const rest = latin.slice(at);
    const part = PARTS.find(one => rest.startsWith(one)) ?? PARTS.find(one => rest.toLowerCase().startsWith(one)) ?? rest[0];
    at += part.length;
    const vowel = ALIKE[part] ?? part;
    if (CONSONANTS[part]) found.push({ c: part });
    else if (VOWELS[vowel]) found.push({ v: vowel, long: vowel.length === 2 && vowel[0] === vowel[1] });
    else found.push({ s: SIGNS[part] ?? part });
  }
  return found;
}

/** What is left unsaid in Latin letters: the length of vowels, the nasal at the end. */
function guessed(word) {
  const vowels = word.filter(part => part.v);
  if (word.length < 2 || vowels.length === 0) return word;
  const said = vowels.some(part => part.long);
  nasal(word, vowels.length);
  const last = word.length - 1, end = word[last];
  if (end.v === "a" && word[last - 1].c) end.v = "aa";
  if (end.v === "i" && word[last - 1].c && !short(word, last)) end.v = "ii";
  const before = word[last - 2];
  if (!said && end.v && before?.v === "a" && word[last - 1].c && opened(word[last - 1].c, end.v, vowels.length)) before.v = "aa";
  return word;
}

/** थाना, प्रभारी, अधिकारी; but गया, हवा, तथा, योजना, सूचना, नही. */
function opened(between, end, vowels) {
  if (end === "ii") return between !== "t" && between !== "dh" && !(between === "h" && vowels === 2);
  return (end === "aa" || end === "e") && vowels === 2 && !["y", "v", "w", "th"].includes(between);
}

/** अनुमति, स्थिति, व्यक्ति, अवधि, वृद्धि; but चौकी, करती. */
function short(word, last) {
  const consonant = word[last - 1].c, before = word[last - 2];
  if (!["t", "T", "dh"].includes(consonant) || !before) return false;
  if (before.c) return before.c !== "r" && before.c !== "n" || consonant === "t" && before.c === "n";
  return before.v === "a" || before.v === "i";
}

/** में, हैं, करें, लोगों, नहीं. */
function nasal(word, vowels) {
  const end = word.at(-1), before = word.at(-2);
  if (end.c === "n" && before?.v === "i" && word.at(-3)?.v === "e") return void word.splice(-2, 2, { s: "ं" });
  if (end.c !== "n" || !before?.v || !word.at(-3)?.c) return;
  const nose = before.v === "e" && vowels > 1 || before.v === "ai" || before.v === "o" && vowels > 1 || before.v === "i" && word.at(-3).c === "h";
  if (!nose) return;
  if (before.v === "i") before.v = "ii";
  word[word.length - 1] = { s: "ं" };
}

/** How two consonants meet that have no vowel between them: a halant, a dot above, or nothing. */
function between(word, at) {
  const one = word[at].c, two = word[at + 1].c, next = word[at + 2];
  const first = word.slice(0, at).every(part => part.c);
  if (first) return "्";
  const last = at + 2 === word.length;
  if (one === "n" && DENTAL.has(two) || one === "m" && LABIAL.has(two)) return "ं";
  if (last && LAST.has(one + two)) return "्";
  const flows = next?.v && at + 3 === word.length && next.v !== "i" && next.v !== "ii"; // करता, सकते
  if ((one === "r" || one === "k") && two === "t" && flows) return "";
  if (one === "r") return AFTER_R.has(two) && !(two === "n" && next?.v) ? "्" : "";
  if (two === "y") return one === "y" ? "" : "्";
  if (two === "r") return BEFORE_R.has(one) ? "्" : "";
  if (two === "ksh") return one === "k" ? "्" : "";
  return JOINED.has(one + two) ? "्" : "";
}

/** कृपया, not क्रिपया; ज्ञापन and विज्ञापन, not ग्यापन; ष्ट, not श्ट. */
function merged(word) {
  const out = [];
  for (let at = 0; at < word.length; at++) {
    const part = word[at], next = word[at + 1], third = word[at + 2];
    if (part.c === "r" && next?.v === "i" && VOCALIC.has(out.at(-1)?.c) && (third?.c || !third)) {
      out.push({ v: "rri" });
      at++;
    } else if (part.c === "g" && next?.c === "y" && (out.length === 0 || out.at(-1).v === "i")) {
      out.push({ c: "jn" });
      at++;
    } else if (part.c === "sh" && TURNED[next?.c]) {
      out.push({ c: "Sh" }, { c: TURNED[next.c] });
      at++;
    } else if (part.c === "sh" && next?.c === "r" && third?.v === "i") {
      out.push(part, next, { v: "ii" }); // श्री, श्रीमान
      at += 2;
    } else out.push(part);
  }
  return out;
}

function written(word) {
  let text = "", joined = false;
  word.forEach((part, at) => {
    const before = word[at - 1], next = word[at + 1];
    if (part.s) text += part.s;
    else if (part.v) text += VOWELS[part.v][before?.c ? 1 : 0];
    else if (next?.c) {
      // Of three in a row the middle one is joined to both only before य र व: कर्तव्य, but वर्तमान.
      const meeting = joined && !["y", "r", "v"].includes(next.c) && word.slice(0, at).some(one => one.v) ? "" : between(word, at);
      joined = meeting === "्";
      text += meeting === "ं" ? meeting : CONSONANTS[part.c] + meeting;
      return;
    } else text += CONSONANTS[part.c];
    joined = false;
  });
  return text;
}

/** Devanagari for one word of Latin letters. */
export const render = latin => written(guessed(merged(parts(latin))));

/** Other readings of the same letters, nearest first. */
export function readings(latin) {
  const exact = written(merged(parts(latin)));
  const word = guessed(merged(parts(latin)));
  const others = [exact];
  const end = word.at(-1);
  if (end?.v === "ii" && !/(ii|ee|I)$/.test(latin)) others.unshift(written([...word.slice(0, -1), { v: "i" }]));
  if (end?.v === "i") others.unshift(written([...word.slice(0, -1), { v: "ii" }]));
  if (end?.v === "u") others.push(written([...word.slice(0, -1), { v: "uu" }]));
  return [...new Set(others)].filter(text => text !== render(latin));
}
