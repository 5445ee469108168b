// The picture of the chosen layout at the foot of the page, out of the help page, where it stands for whoever prints it.

export async function picture({ name, help, close }) {
  const shown = document.querySelector(".typing-picture");
  shown?.remove();
  if (shown?.dataset.name === name) return;
  const answer = await fetch(help, { headers: { "X-Karyalay": "fetch" } }).catch(() => null);
  if (!answer?.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const table = page.querySelector(`[data-picture=${name}]`);
  if (!table) return;
  const box = Object.assign(document.createElement("aside"), { className: "typing-picture" });
  box.dataset.name = name;
  const button = Object.assign(document.createElement("button"), { type: "button", className: "quiet", textContent: close });
  button.addEventListener("mousedown", event => event.preventDefault());
  button.addEventListener("click", () => box.remove());
  box.append(button, document.importNode(table, true));
  document.body.append(box);
}
