// The one shape that a note may have. The server reads the same shape (NoteReader) and refuses any other.
import { Schema } from "prosemirror-model";
import { tableNodes } from "prosemirror-tables";

const number = { number: { validate: "number" } };

/** A citation: an atom in the line, shown as a chip. `say` gives its words. */
const cite = (name, attribute, say) => ({
  inline: true,
  group: "inline",
  atom: true,
  attrs: attribute === "label" ? { label: { validate: "string" } } : number,
  leafText: node => say(node.attrs[attribute]),
  toDOM: node => ["span", { class: name === "flag" ? "flag" : "cite", "data-note-cite": name, "data-value": node.attrs[attribute] }, say(node.attrs[attribute])],
  parseDOM: [{
    tag: `span[data-note-cite=${name}]`,
    getAttrs: dom => attribute === "label" ? { label: dom.dataset.value } : { number: Number(dom.dataset.value) },
  }],
});

const mark = (tag, ...more) => ({ parseDOM: [{ tag }, ...more], toDOM: () => [tag, 0] });

export const schemaWith = words => new Schema({
  nodes: {
    doc: { content: "block+" },
    paragraph: { content: "inline*", group: "block", parseDOM: [{ tag: "p" }, { tag: "h1, h2, h3, h4, h5, h6" }], toDOM: () => ["p", 0] },
    bullet_list: { content: "list_item+", group: "block", parseDOM: [{ tag: "ul" }], toDOM: () => ["ul", 0] },
    ordered_list: {
      content: "list_item+",
      group: "block",
      attrs: { order: { default: 1, validate: "number" } },
      parseDOM: [{ tag: "ol", getAttrs: dom => ({ order: Math.max(1, dom.start || 1) }) }],
      toDOM: node => ["ol", { start: node.attrs.order }, 0],
    },
    list_item: { content: "paragraph (paragraph | bullet_list | ordered_list)*", parseDOM: [{ tag: "li" }], toDOM: () => ["li", 0], defining: true },
    ...tableNodes({ tableGroup: "block", cellContent: "paragraph+", cellAttributes: {} }),
    text: { group: "inline" },
    hard_break: { inline: true, group: "inline", selectable: false, leafText: () => "\n", parseDOM: [{ tag: "br" }], toDOM: () => ["br"] },
    flag: cite("flag", "label", label => label),
    para: cite("para", "number", value => words.paragraph + " " + value),
    page: cite("page", "number", value => words.page + " " + value),
  },
  marks: {
    strong: mark("strong", { tag: "b", getAttrs: dom => dom.style.fontWeight !== "normal" && null }, { style: "font-weight=bold" }),
    em: mark("em", { tag: "i" }, { style: "font-style=italic" }),
    underline: mark("u", { style: "text-decoration=underline" }),
  },
});

/** Plain text, as the textarea would hold it: paragraphs parted by an empty line. */
export const plain = doc => doc.textBetween(0, doc.content.size, "\n\n");

/** Paragraphs of plain text, as the server cuts them. */
export const fromPlain = (schema, text) => {
  const paragraphs = text.replace(/\r\n?/g, "\n").split(/\n[ \t\u00a0]*\n/)
    // What is being typed goes on after its last space.
    .map((part, index, all) => index === all.length - 1 ? part.trimStart() : part.trim()).filter(Boolean);
  const nodes = paragraphs.map(part => {
    const line = [];
    part.split("\n").forEach((words, index) => {
      if (index > 0) line.push(schema.nodes.hard_break.create());
      if (words) line.push(schema.text(words));
    });
    return schema.nodes.paragraph.create(null, line);
  });
  return schema.nodes.doc.create(null, nodes.length > 0 ? nodes : [schema.nodes.paragraph.create()]);
};
