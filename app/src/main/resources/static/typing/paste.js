// Pasted text of KrutiDev: shown in Unicode before it is taken; "leave it" puts in what was copied.

const FONT = /kruti|devlys/i;

/** Asks, unless the text is of no such font after all, and puts in what was chosen. */
export async function offerPaste({ dom, put, text, html, assets }) {
  const { krutidev } = await import(assets.krutidev);
  const font = await krutidev(assets.table);
  const rich = html && FONT.test(html) ? converted(html, font) : null;
  if (!rich && !font.in(text) && !font.likely(text)) return insert({ dom, put }, text, html);
  const fresh = rich ? rich.text : font.legible(text);
  ask({ dom, fresh, assets, done: taken => taken ? insert({ dom, put }, fresh, rich?.html ?? "") : insert({ dom, put }, text, html) });
}

/** Of marked-up text only what stands in such a font: English between it stays. */
function converted(html, font) {
  const page = new DOMParser().parseFromString(html, "text/html");
  for (const element of page.querySelectorAll("style, script, meta, link, title")) element.remove();
  const walk = page.createTreeWalker(page.body, NodeFilter.SHOW_TEXT);
  let found = false;
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    if (!FONT.test(family(node.parentElement)) || !node.data.trim()) continue;
    node.data = font.unicode(node.data);
    found = true;
  }
  if (!found) return null;
  const blocks = Array.from(page.body.querySelectorAll("p, li, td, th, div, h1, h2, h3")).filter(block => !block.querySelector("p, li, td, th, div"));
  const lines = (blocks.length > 0 ? blocks : [page.body]).map(block => block.textContent.replace(/\s+/g, " ").trim());
  return { html: page.body.innerHTML, text: lines.filter(Boolean).join("\n") };
}

/** The font of an element: its own word or that of whatever holds it. */
function family(element) {
  for (let one = element; one; one = one.parentElement) {
    // Read as text: our policy keeps style attributes from becoming styles.
    const said = one.getAttribute("style")?.match(/font(?:-family)?\s*:([^;]*)/i)?.[1] ?? one.getAttribute("face");
    if (said) return said;
  }
  return "";
}

function insert({ dom, put }, text, html) {
  dom.focus();
  if (dom.matches("textarea, input")) return put("", dom.matches("input") ? text.replace(/\s*\n\s*/g, " ") : text);
  const clipboardData = new DataTransfer();
  clipboardData.setData("text/plain", text);
  if (html) clipboardData.setData("text/html", html);
  const event = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true });
  Object.defineProperty(event, "detail", { value: "karyalay" });
  dom.dispatchEvent(event);
}

function ask({ dom, fresh, assets, done }) {
  const box = document.createElement("section");
  box.className = "typing-paste";
  box.setAttribute("role", "alertdialog");
  box.setAttribute("aria-label", assets.wordPaste);
  const said = Object.assign(document.createElement("p"), { textContent: assets.wordPaste });
  const text = Object.assign(document.createElement("div"), { className: "typing-preview", lang: "hi", tabIndex: 0, textContent: fresh });
  const row = Object.assign(document.createElement("p"), { className: "actions" });
  const button = (word, taken, css) => {
    const one = Object.assign(document.createElement("button"), { type: "button", textContent: word, className: css });
    one.addEventListener("click", () => close(taken));
    row.append(one);
    return one;
  };
  const close = taken => {
    box.remove();
    done(taken);
  };
  const take = button(assets.wordConvert, true, "primary");
  button(assets.wordKeep, false, "");
  box.append(said, text, row);
  box.addEventListener("keydown", event => {
    if (event.code !== "Escape") return;
    event.preventDefault();
    close(false);
  });
  (dom.closest(".editor") ?? dom).after(box);
  take.focus();
  box.scrollIntoView({ block: "nearest" });
}
