// The line of tools above a note: words and short signs, each with a title; keys beside them.
import { redo, undo } from "prosemirror-history";
import { addColumnAfter, addRowAfter, deleteColumn, deleteRow, deleteTable, isInTable } from "prosemirror-tables";
import { insertNode, insertTable, insertText, listing, marking } from "./commands.js";

export function toolbar(schema, words, lists) {
  const { nodes, marks } = schema;
  const bar = element("div", { className: "tools" });
  bar.setAttribute("role", "toolbar");
  const tools = [];
  const add = (label, title, tool, classes = "") => {
    const button = element("button", { type: "button", title, className: classes });
    button.append(label);
    bar.append(button);
    tools.push({ button, ...tool });
    return button;
  };
  add(element("b", { textContent: "B" }), words.bold + " (Ctrl+B)", marking(marks.strong));
  add(element("i", { textContent: "I" }), words.italic + " (Ctrl+I)", marking(marks.em));
  add(element("u", { textContent: "U" }), words.underline + " (Ctrl+U)", marking(marks.underline));
  add("•", words.bullets, listing(nodes.bullet_list, nodes.list_item));
  add("1.", words.numbers, listing(nodes.ordered_list, nodes.list_item));
  add(words.table, words.table, { run: insertTable });
  for (const [label, title, run] of [["+═", words.rowAdd, addRowAfter], ["−═", words.rowRemove, deleteRow], ["+║", words.columnAdd, addColumnAfter],
    ["−║", words.columnRemove, deleteColumn], ["✕", words.tableRemove, deleteTable]])
    add(label, title, { run, shown: isInTable });
  add("↶", words.undo + " (Ctrl+Z)", { run: undo });
  add("↷", words.redo + " (Ctrl+Y)", { run: redo });
  if (lists.phrases.length > 0) bar.append(chooser(words.phrase, "Alt+Digit1", lists.phrases, phrase => insertText(phrase), tools));
  if (lists.flags.length > 0) bar.append(chooser(words.flag, "Alt+Digit2", lists.flags, label => insertNode(nodes.flag.create({ label })), tools));
  bar.append(asker(words.paragraph, "Alt+Digit3", number => insertNode(nodes.para.create({ number })), tools));
  bar.append(asker(words.page, "Alt+Digit4", number => insertNode(nodes.page.create({ number })), tools));
  return { dom: bar, tools };
}

/** A list to choose from; the first line names it. */
function chooser(word, key, values, command, tools) {
  const list = element("select", { title: word + " (" + spoken(key) + ")" });
  list.dataset.key = key;
  list.setAttribute("aria-label", word);
  list.append(new Option(word, ""));
  for (const value of values) list.append(new Option(value, value));
  tools.push({ list, picked: () => command(list.value) });
  return list;
}

/** A small field for a number: Enter puts the citation in. */
function asker(word, key, command, tools) {
  const label = element("label", { className: "asker", textContent: word + " " });
  const field = element("input", { type: "text", inputMode: "numeric", maxLength: 5, size: 3, title: word + " (" + spoken(key) + ")" });
  field.dataset.key = key;
  label.append(field);
  tools.push({ field, asked: () => /^[1-9]\d{0,4}$/.test(field.value) ? command(Number(field.value)) : null });
  return label;
}

const spoken = key => key.replace("Digit", "");

const element = (name, properties) => Object.assign(document.createElement(name), properties);

/** Joins the tools to the view: they act, and show what holds at the cursor. */
export function connect(view, { dom, tools }) {
  const run = command => {
    if (command) command(view.state, view.dispatch, view);
    view.focus();
  };
  for (const tool of tools) {
    if (tool.button) {
      tool.button.addEventListener("mousedown", event => event.preventDefault());
      tool.button.addEventListener("click", () => run(tool.run));
    }
    tool.list?.addEventListener("change", () => {
      if (tool.list.value) run(tool.picked());
      tool.list.value = "";
    });
    tool.field?.addEventListener("keydown", event => {
      if (event.key !== "Enter") return;
      event.preventDefault();
      run(tool.asked());
      tool.field.value = "";
    });
  }
  const refresh = state => {
    for (const { button, on, shown } of tools) {
      if (on) button.setAttribute("aria-pressed", String(on(state)));
      if (shown) button.hidden = !shown(state);
    }
  };
  refresh(view.state);
  return refresh;
}
