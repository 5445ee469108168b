// What a key writes in each layout. Keys are read by their place (`code`), whatever is printed on them or set in the
// machine. A layout that has `render` gathers the keys of one word and writes it anew with each of them.

/** Rows of a table of ours, by the names in its first line. */
export async function table(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(String(answer.status));
  const [names, ...lines] = (await answer.text()).split("\n").filter(Boolean).map(line => line.split("\t"));
  return lines.map(cells => Object.fromEntries(names.map((name, at) => [name, cells[at] ?? ""])));
}

/** `PHONETIC`, `INSCRIPT` or `REMINGTON`; `assets` holds the addresses of their parts. */
export async function layout(name, assets) {
  const keys = new Map((await table(assets.keyboards)).map(key => [key.code, key]));
  const latin = event => keys.get(event.code)?.[event.shiftKey ? "latin_shift" : "latin"] ?? "";
  switch (name) {
    case "PHONETIC": {
      const { render, readings } = await import(assets.phonetic);
      const plain = event => event.code === "Backslash" && event.shiftKey ? "।" : "";
      return { gather: event => /^[A-Za-z~]$/.test(latin(event)) ? latin(event) : "", plain, render, readings };
    }
    case "INSCRIPT":
      return { gather: () => "", plain: event => keys.get(event.code)?.[event.shiftKey ? "inscript_shift" : "inscript"] ?? "" };
    case "REMINGTON": {
      const { krutidev } = await import(assets.krutidev);
      const { unicode } = await krutidev(assets.table);
      return { gather: latin, plain: () => "", render: unicode };
    }
    default: return null;
  }
}
