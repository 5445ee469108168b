// Cuts a pile by keys: X where a letter begins, D drops a page or brings it back, R turns it, Z takes the last step
// back. What is done stands on the page at once and is kept on the server behind it; who saw an older state of the
// pile overwrites nothing. Without this script each button is a form of its own.

const root = document.querySelector("[data-pile]");
const say = (pattern, ...words) => words.reduce((text, word, i) => text.replaceAll(`{${i}}`, word), pattern);

function pile() {
  const words = root.dataset, grid = root.querySelector("[data-grid]"), items = [...grid.children];
  const large = root.querySelector("[data-large]"), form = root.querySelector("[data-changes]");
  const refusal = root.querySelector("[data-refusal]"), saved = document.querySelector("[data-saved]");
  const undoButton = root.querySelector("[data-do=undo]"), finish = document.querySelector("[data-finish]");
  const as = encodeURIComponent(document.body.dataset.as);
  const has = (item, name) => item.classList.contains(name);
  const pages = items.map((item) => ({
    begins: has(item, "begins"), blank: has(item, "blank"), fixed: has(item, "fixed"),
    choice: has(item, "kept") ? "kept" : has(item, "removed") ? "removed" : "",
    turn: Number(/turn-(\d+)/.exec(item.className)?.[1] ?? 0),
  }));
  const history = [], ahead = new Image();
  let at = Number(words.at) - 1, version = Number(words.version), read = Number(words.read);
  let dirty = false, saving = null, stopped = false, timer = 0;

  const dropped = (page) => !page.fixed && (page.choice === "removed" || (page.choice === "" && page.blank));

  function draw() {
    let cut = true, letters = 0;
    pages.forEach((page, i) => {
      cut ||= page.begins || page.fixed;
      const first = cut && !page.fixed && !dropped(page);
      if (!page.fixed && !dropped(page)) cut = false;
      if (first) letters++;
      const look = [first && "first", page.begins && "begins", page.blank && "blank", page.choice, page.fixed && "fixed", page.turn && `turn-${page.turn}`];
      const text = look.filter(Boolean).join(" ");
      if (items[i].className !== text) items[i].className = text;
    });
    document.querySelector("[data-letters-line]").textContent = say(words.wordLetters, letters, pages.length);
    document.querySelector("[data-read-line]").textContent = read < pages.length ? say(words.wordReading, read, pages.length) : "";
    large.className = `turn-${pages[at].turn}${dropped(pages[at]) ? " gone" : ""}`;
    undoButton.hidden = false;
    undoButton.disabled = history.length === 0;
  }

  function show(to) {
    at = Math.min(Math.max(to, 0), pages.length - 1);
    grid.querySelector("[aria-current]")?.removeAttribute("aria-current");
    const link = items[at].querySelector("a");
    link.setAttribute("aria-current", "page");
    items[at].scrollIntoView({ block: "nearest", inline: "nearest" });
    large.src = image(at);
    large.alt = root.querySelector("[data-page-line]").textContent = say(words.wordPage, at + 1, pages.length);
    form.elements.n.value = at + 1;
    window.history.replaceState(null, "", link.href);
    prefetch();
    draw();
  }

  /** The next page, and no other: the line is wanted for what is looked at. */
  function prefetch() {
    ahead.src = "";
    if (at + 1 < pages.length) ahead.src = image(at + 1);
  }

  /** Thumbnails come as the pages are looked at, in their order. */
  function reveal() {
    for (const picture of grid.querySelectorAll("img[data-src]")) {
      if (items.indexOf(picture.closest("li")) >= read) return;
      picture.src = picture.dataset.src;
      picture.removeAttribute("data-src");
    }
  }

  const image = (i) => `${words.base}/pages/${i + 1}?as=${as}`;

  /** One step of a person, which can be taken back. */
  function step(change) {
    const page = pages[at];
    if (page.fixed || stopped) return;
    history.push({ at, page: { ...page } });
    change(page);
    draw();
    keep(300);
  }

  const acts = {
    cut: () => step((page) => (page.begins = !page.begins)),
    drop: () => step((page) => (page.choice = dropped(page) ? (page.blank ? "kept" : "") : "removed")),
    turn: () => step((page) => (page.turn = (page.turn + 90) % 360)),
    previous: () => show(at - 1),
    next: () => show(at + 1),
    undo() {
      const last = history.pop();
      if (!last || stopped) return;
      const { begins, choice, turn } = last.page;
      Object.assign(pages[last.at], { begins, choice, turn });
      show(last.at);
      keep(300);
    },
  };

  function cuts() {
    const data = new URLSearchParams();
    for (const name of ["_csrf", "as", "act"]) data.set(name, form.elements[name].value);
    data.set("version", version);
    pages.forEach((page, i) => {
      if (page.begins) data.append("begins", i + 1);
      if (page.choice) data.append(page.choice, i + 1);
      if (page.turn) data.append("turns", `${i + 1}:${page.turn}`);
    });
    return data;
  }

  function keep(pause) {
    dirty = true;
    if (!saved.dataset.lost) saved.textContent = "";
    clearTimeout(timer);
    timer = setTimeout(save, pause);
  }

  /** Saves what stands here, one request after the other; a lost line is tried again. */
  async function save() {
    clearTimeout(timer);
    if (saving) return saving;
    if (!dirty || stopped) return;
    dirty = false;
    saving = send();
    await saving;
    saving = null;
    if (dirty && !stopped) timer = setTimeout(save, saved.dataset.lost ? 3000 : 0);
  }

  async function send() {
    try {
      const answer = await fetch(`${words.base}/cuts`, {
        method: "POST", body: cuts(), headers: { "X-Karyalay": "fetch" }, keepalive: true,
      });
      if (answer.status === 200) took(await answer.json());
      else if (answer.status >= 502) throw new Error(String(answer.status));
      else refuse(new DOMParser().parseFromString(await answer.text(), "text/html").querySelector(".refusal")?.textContent);
    } catch {
      dirty = true;
      saved.dataset.lost = "yes";
      saved.textContent = words.wordUnsaved;
    }
  }

  function took(state) {
    version = state.version;
    for (const field of document.querySelectorAll("input[name=version]")) field.value = version;
    delete saved.dataset.lost;
    // What was changed while this was on its way is not saved yet.
    saved.textContent = dirty ? "" : words.wordSaved;
    look(state);
  }

  function look(state) {
    read = state.read;
    for (const n of state.blank) pages[n - 1].blank = true;
    reveal();
    draw();
  }

  function refuse(sentence) {
    stopped = true;
    refusal.textContent = sentence || words.wordChanged;
    refusal.hidden = false;
    refusal.scrollIntoView({ block: "nearest" });
  }

  /** Blank pages are found meanwhile; and somebody else may have cut the pile. */
  async function ask() {
    if (!saving && !dirty && !stopped && document.visibilityState === "visible") {
      const before = version;
      const answer = await fetch(`${words.base}/state?as=${as}`, { headers: { "X-Karyalay": "fetch" } }).catch(() => null);
      if (answer?.ok && !saving && version === before) {
        const state = await answer.json();
        if (state.version !== version || !state.cutting) refuse(words.wordChanged);
        else look(state);
      }
    }
    if (!stopped) setTimeout(ask, read < pages.length ? 1500 : 10000);
  }

  root.addEventListener("click", (event) => {
    const act = acts[event.target.closest("[data-do]")?.dataset.do];
    const line = event.target.closest("[data-grid] li");
    if (!act && !line) return;
    event.preventDefault();
    if (act) act();
    else show(items.indexOf(line));
  });
  // The letters are made of what is saved: first the last cut, then the press.
  finish.addEventListener("submit", async (event) => {
    if (!dirty && !saving) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    while ((dirty || saving) && !stopped && !saved.dataset.lost) await save();
    if (!dirty && !stopped) finish.requestSubmit();
  }, true);
  document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && save());
  form.addEventListener("submit", (event) => event.preventDefault());
  draw();
  prefetch();
  setTimeout(ask, 1000);
}

if (root) pile();
