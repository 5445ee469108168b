// Small comforts of the shell: menus that close, the two panes of a file.

document.addEventListener("click", event => {
  for (const menu of document.querySelectorAll("details.menu[open]"))
    if (!menu.contains(event.target)) menu.open = false;
  const button = event.target.closest("[data-pane]");
  if (button) pane(button.dataset.pane);
});

document.addEventListener("keydown", event => {
  if (event.code !== "Escape") return;
  const menu = document.querySelector("details.menu[open]");
  if (!menu) return;
  menu.open = false;
  menu.querySelector("summary").focus();
});

/** `notes`, `both` or `page`: which pane of the file is open, remembered on this device. */
function pane(which) {
  const panes = document.querySelector(".panes");
  if (!panes) return;
  panes.classList.toggle("only-notes", which === "notes");
  panes.classList.toggle("only-page", which === "page");
  for (const button of document.querySelectorAll("[data-pane]"))
    button.setAttribute("aria-pressed", String(button.dataset.pane === which));
  try {
    localStorage.setItem("pane", which);
  } catch {
    // A browser that stores nothing shows both panes each time.
  }
}

function begin() {
  if (!document.querySelector(".panes")) return;
  let which = "both";
  try {
    which = localStorage.getItem("pane") ?? "both";
  } catch {
    // As above.
  }
  pane(which);
}

document.addEventListener("karyalay:page", begin);
begin();
