// Makes a note editor of a <textarea data-editor>. The textarea stays the truth for everybody else: it always holds the
// plain text, and tells of each change; the form sends `body` (the structure) in its stead. Without this script the plain
// text is sent and becomes paragraphs. static/note.js fetches it when somebody begins to write.
import { baseKeymap, chainCommands, exitCode } from "prosemirror-commands";
import { history, redo, undo } from "prosemirror-history";
import { keymap } from "prosemirror-keymap";
import { liftListItem, sinkListItem, splitListItem } from "prosemirror-schema-list";
import { EditorState, Selection } from "prosemirror-state";
import { goToNextCell, tableEditing } from "prosemirror-tables";
import { EditorView } from "prosemirror-view";
import { insertBreak, marking } from "./commands.js";
import { fromPlain, plain, schemaWith } from "./schema.js";
import { connect, toolbar } from "./toolbar.js";

const options = (field, name) => Array.from(document.getElementById(field.dataset[name] ?? "")?.querySelectorAll("option") ?? [], option => option.value);

/** `data-word-row-add="…"` and its like. */
const wordsOf = field => Object.fromEntries(Object.entries(field.dataset)
  .filter(([name]) => name.startsWith("word"))
  .map(([name, text]) => [name[4].toLowerCase() + name.slice(5), text]));

function keys({ nodes, marks }) {
  return keymap({
    "Mod-b": marking(marks.strong).run,
    "Mod-i": marking(marks.em).run,
    "Mod-u": marking(marks.underline).run,
    "Mod-z": undo,
    "Mod-y": redo,
    "Shift-Mod-z": redo,
    Enter: splitListItem(nodes.list_item),
    "Shift-Enter": chainCommands(exitCode, insertBreak),
    "Mod-]": sinkListItem(nodes.list_item),
    "Mod-[": liftListItem(nodes.list_item),
    Tab: goToNextCell(1),
    "Shift-Tab": goToNextCell(-1),
  });
}

function opened(schema, field) {
  if (field.dataset.body) {
    try {
      const doc = schema.nodeFromJSON(JSON.parse(field.dataset.body));
      doc.check();
      return doc;
    } catch {
      // A draft of another make: its plain text stands in the field.
    }
  }
  return fromPlain(schema, field.value);
}

/** Puts the editor in the field's place, with what stands there. */
export function upgrade(field) {
  const writing = document.activeElement === field;
  const words = wordsOf(field);
  const schema = schemaWith(words);
  const bar = toolbar(schema, words, { phrases: options(field, "phrases"), flags: options(field, "flags") });
  const body = Object.assign(document.createElement("input"), { type: "hidden", name: "body" });
  const place = Object.assign(document.createElement("div"), { className: "editor" });
  place.append(bar.dom);
  field.after(place, body);
  field.hidden = true;
  field.required = false;
  const fill = doc => {
    const text = plain(doc);
    body.value = text.trim() ? JSON.stringify(doc.toJSON()) : "";
    field.value = text;
  };
  const doc = opened(schema, field);
  let refresh = () => {};
  const view = new EditorView(place, {
    state: EditorState.create({ schema, doc, plugins: [keys(schema), keymap(baseKeymap), history(), tableEditing()] }),
    attributes: { role: "textbox", "aria-multiline": "true", "aria-label": words.note, spellcheck: "false" },
    dispatchTransaction(transaction) {
      view.updateState(view.state.apply(transaction));
      refresh(view.state);
      if (!transaction.docChanged) return;
      fill(view.state.doc);
      field.dispatchEvent(new Event("input", { bubbles: true }));
    },
  });
  // What typing.js puts in place of what it put there before; it learns whether that still stood before the cursor.
  view.dom.addEventListener("karyalay:type", event => {
    const { old, text } = event.detail;
    const { from, to } = view.state.selection;
    const start = from - old.length;
    if (start < 0 || view.state.doc.textBetween(start, from, "\n", "\n") !== old) return;
    event.preventDefault();
    view.dispatch(view.state.tr.insertText(text, start, to).scrollIntoView());
  });
  // The same note in Unicode, as the server made it of one in an old font: one step, which Ctrl+Z takes back.
  view.dom.addEventListener("karyalay:replace", event => {
    const fresh = schema.nodeFromJSON(JSON.parse(event.detail));
    fresh.check();
    view.dispatch(view.state.tr.replaceWith(0, view.state.doc.content.size, fresh.content));
  });
  refresh = connect(view, bar);
  fill(doc);
  // The structure says it all; the words need not travel twice.
  field.form?.addEventListener("formdata", event => {
    if (body.value) event.formData.delete(field.name);
  });
  if (!writing) return;
  view.dispatch(view.state.tr.setSelection(Selection.atEnd(view.state.doc)));
  view.focus();
}
