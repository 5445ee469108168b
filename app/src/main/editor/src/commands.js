// What the toolbar and the keys do.
import { toggleMark } from "prosemirror-commands";
import { wrapInList, liftListItem } from "prosemirror-schema-list";
import { isInTable } from "prosemirror-tables";

export const marking = mark => ({ run: toggleMark(mark), on: state => {
  const { from, $from, to, empty } = state.selection;
  return empty ? Boolean(mark.isInSet(state.storedMarks || $from.marks())) : state.doc.rangeHasMark(from, to, mark);
} });

const within = (state, type) => {
  const { $from } = state.selection;
  for (let depth = $from.depth; depth > 0; depth--) if ($from.node(depth).type === type) return true;
  return false;
};

/** A list, or, in one already, out of it. */
export const listing = (list, item) => ({
  run: (state, dispatch, view) => within(state, list) ? liftListItem(item)(state, dispatch, view) : wrapInList(list)(state, dispatch, view),
  on: state => within(state, list),
});

export const insertTable = (state, dispatch) => {
  if (isInTable(state)) return false;
  const { table, table_row, table_cell, table_header } = state.schema.nodes;
  const row = cell => table_row.create(null, [1, 2, 3].map(() => cell.createAndFill()));
  if (dispatch) dispatch(state.tr.replaceSelectionWith(table.create(null, [row(table_header), row(table_cell), row(table_cell)])).scrollIntoView());
  return true;
};

/** What parts the next word from the one before it. */
const gap = state => {
  const before = state.selection.$from.nodeBefore;
  return before && before.isText && !/[\s([]$/.test(before.text) ? " " : "";
};

export const insertText = text => (state, dispatch) => {
  if (dispatch) dispatch(state.tr.insertText(gap(state) + text).scrollIntoView());
  return true;
};

export const insertNode = node => (state, dispatch) => {
  if (!dispatch) return true;
  const change = state.tr;
  if (gap(state)) change.insertText(" ");
  dispatch(change.replaceSelectionWith(node, false).insertText(" ").scrollIntoView());
  return true;
};

export const insertBreak = (state, dispatch) => {
  if (dispatch) dispatch(state.tr.replaceSelectionWith(state.schema.nodes.hard_break.create()).scrollIntoView());
  return true;
};
