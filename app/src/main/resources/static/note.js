// Fetches the note editor when somebody begins to write, not before: the line of a thana is thin. What is typed
// meanwhile stands in the field and is taken over; without the editor it is sent as it is.

const fetching = new WeakMap();

document.addEventListener("focusin", event => {
  const field = event.target.closest("textarea[data-editor]");
  if (field) editorOf(field);
});

/** Resolves when the editor stands in the field's place, or could not be had. */
function editorOf(field) {
  if (!fetching.has(field)) fetching.set(field, fetchEditor(field));
  return fetching.get(field);
}

async function fetchEditor(field) {
  // A draft with structure waits for the editor: typing into its plain words would part the two.
  field.readOnly = Boolean(field.dataset.body);
  try {
    const editor = await import(new URL(field.dataset.editor, location.href));
    await composed(field);
    editor.upgrade(field);
  } catch {
    fetching.delete(field);
  }
  field.readOnly = false;
}

// A kept draft that is sent as it stands, before the editor came, goes with its structure.
document.addEventListener("formdata", event => {
  const field = event.target.querySelector("textarea[data-editor]:not([hidden])");
  if (!field?.dataset.body || field.value !== field.defaultValue) return;
  event.formData.set("body", field.dataset.body);
  event.formData.delete(field.name);
});

// The keys of the toolbar bring it, when it is not there yet (keys.js does the rest from then on).
document.addEventListener("keydown", async event => {
  if (!event.altKey || !/^Digit[1-4]$/.test(event.code)) return;
  const field = document.querySelector("textarea[data-editor]:not([hidden])");
  const tools = document.querySelector(".editor .tools");
  if (!field && !tools) return;
  event.preventDefault();
  if (field) await editorOf(field);
  field?.focus();
  document.querySelector(".editor .ProseMirror")?.focus();
  document.querySelector(`.editor [data-key="Alt+${event.code}"]`)?.focus();
}, true);

/** Resolves when no letter is half made by an input method. */
function composed(field) {
  if (!field.dataset.composing) return Promise.resolve();
  return new Promise(done => field.addEventListener("compositionend", () => setTimeout(done), { once: true }));
}

document.addEventListener("compositionstart", event => {
  if (event.target.matches("textarea[data-editor]")) event.target.dataset.composing = "yes";
});
document.addEventListener("compositionend", event => {
  if (event.target.matches("textarea[data-editor]")) delete event.target.dataset.composing;
});
