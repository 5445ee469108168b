// Text of KrutiDev and its sister fonts in Unicode. The table is the one that the server reads (shared.KrutiDev), and so are
// the steps: every letter by itself, then the ordered rules.

const END = /[A&%\]-]+$/;
let made = null;

/** The converter, once its table is here. */
export function krutidev(address) {
  made ??= read(address).catch(fault => {
    made = null;
    throw fault;
  });
  return made;
}

async function read(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(String(answer.status));
  const glyphs = new Map(), rules = [], signs = new Set(), english = new Set();
  let shape = /$^/;
  for (const line of (await answer.text()).split("\n").slice(1)) {
    const [kind, from, to = ""] = line.split("\t");
    if (kind === "glyph") glyphs.set(from, to);
    else if (kind === "rule") rules.push([new RegExp(from, "g"), to]);
    else if (kind === "sign") signs.add(from);
    else if (kind === "english") english.add(from);
    else if (kind === "shape") shape = new RegExp(from);
  }
  const found = text => new Set(text.split(/\s+/).map(word => word.replace(END, "")).filter(word => signs.has(word)));
  const unicode = text => rules.reduce((glyph, [from, to]) => glyph.replace(from, to), Array.from(text, key => glyphs.get(key) ?? key).join(""));
  const legacy = line => found(line).size > 0 || shape.test(line);
  const foreign = line => !legacy(line) && (!/[a-z]/.test(line) || line.toLowerCase().split(/\s+/).some(word => english.has(word)));
  return {
    unicode,
    in: text => found(text).size > 1,
    /** Whether a text may be of such a font: enough to ask, not enough to refuse. */
    likely: text => {
      const words = text.split(/\s+/).filter(word => /[A-Za-z]/.test(word));
      return words.length > 0 && !/[\u0900-\u097f]/.test(text) && words.filter(legacy).length * 2 >= words.length;
    },
    legible: text => text.split("\n").map(line => foreign(line) ? line : unicode(line)).join("\n"),
  };
}
