// The viewer without its script is a page of links; this adds turning pages in place, zoom and
// keys. Keys go by KeyboardEvent.code, since with an Inscript layout on, letters type Hindi.
const STEP = 1.25, MOST = 6, LEAST = 0.25, SHARP = 1500;

const say = (pattern, ...words) => words.reduce((text, word, i) => text.replace(`{${i}}`, word), pattern);
const typing = (target) => target.closest("input, textarea, select, [contenteditable]") !== null;

function viewer(root) {
  const find = (name) => root.querySelector(`[data-${name}]`);
  const sheet = find("sheet"), turn = find("turn"), strip = find("strip"), go = find("goto");
  if (!sheet) return;
  let image = find("image");
  const pages = Number(root.dataset.pages);
  const state = { page: Number(root.dataset.page), zoom: 1, fit: "width", angle: 0 };

  const address = (kind, n, large) =>
    `${root.dataset.base}/${kind}/${n}?as=${encodeURIComponent(root.dataset.as)}${large ? "&large=true" : ""}`;
  const words = (n) => say(root.dataset.count, n, pages);

  // Page of the address bar, so that a reload and a copied address open the same page.
  const link = (n) => {
    const url = new URL(location.href);
    url.searchParams.set("page", n);
    url.hash = "viewer";
    return url;
  };

  const layOut = () => {
    if (!image.naturalWidth) return;
    const lying = state.angle % 180 !== 0;
    const ratio = image.naturalHeight / image.naturalWidth;
    const shape = lying ? 1 / ratio : ratio;
    const room = sheet.clientWidth - 16, height = sheet.clientHeight - 16;
    const base = state.fit === "whole" ? Math.min(room, height / shape) : room;
    const width = Math.max(40, base * state.zoom);
    turn.classList.add("is-set");
    turn.style.width = `${width}px`;
    turn.style.height = `${width * shape}px`;
    image.style.width = `${lying ? width * shape : width}px`;
    image.style.transform = `translate(-50%, -50%) rotate(${state.angle}deg)`;
    sharpen(width * (window.devicePixelRatio || 1));
  };

  // A closer look gets a finer picture, once.
  const sharpen = (dots) => {
    if (dots < SHARP || image.dataset.large) return;
    image.dataset.large = "true";
    load(state.page, true);
  };

  const load = (n, large) => {
    const next = new Image();
    sheet.setAttribute("aria-busy", "true");
    next.onload = () => {
      if (state.page !== n) return;
      next.alt = words(n);
      next.dataset.image = "";
      if (large) next.dataset.large = "true";
      image.replaceWith(next);
      image = next;
      shown(true);
      layOut();
      if (!large && n < pages) new Image().src = address("pages", n + 1);
    };
    next.onerror = () => {
      if (state.page === n && !large) shown(false);
    };
    next.src = address("pages", n, large);
  };

  const shown = (fine) => {
    sheet.removeAttribute("aria-busy");
    turn.hidden = !fine;
    find("fault").hidden = fine;
  };

  const mark = () => {
    for (const a of strip.children) {
      const here = Number(a.dataset.to) === state.page;
      if (here) a.setAttribute("aria-current", "page");
      else a.removeAttribute("aria-current");
      if (here) strip.scrollTo({ left: a.offsetLeft - strip.offsetLeft - strip.clientWidth / 2 + a.clientWidth / 2 });
    }
    go.value = state.page;
    root.dispatchEvent(new CustomEvent("karyalay:turn", { bubbles: true, detail: state.page }));
    for (const [name, n] of [["previous", state.page - 1], ["next", state.page + 1]]) {
      const step = root.querySelector(`[data-do="${name}"]`);
      step.setAttribute("aria-disabled", String(n < 1 || n > pages));
      step.href = link(Math.min(pages, Math.max(1, n)));
    }
  };

  const open = (n) => {
    if (!(n >= 1 && n <= pages) || n === state.page) return;
    state.page = n;
    if (go.form?.matches(".viewer-goto")) history.replaceState(history.state, "", link(n));
    sheet.scrollTo(0, 0);
    if (root.getBoundingClientRect().top < 0) root.scrollIntoView();
    mark();
    load(n);
  };

  const zoom = (factor) => {
    state.zoom = Math.min(MOST, Math.max(LEAST, state.zoom * factor));
    layOut();
  };
  const fit = (kind) => {
    state.fit = kind;
    state.zoom = 1;
    layOut();
  };
  const deeds = {
    previous: () => open(state.page - 1),
    next: () => open(state.page + 1),
    first: () => open(1),
    last: () => open(pages),
    larger: () => zoom(STEP),
    smaller: () => zoom(1 / STEP),
    width: () => fit("width"),
    whole: () => fit("whole"),
    turn: () => {
      state.angle = (state.angle + 90) % 360;
      layOut();
    },
  };
  const keys = {
    ArrowLeft: "previous", ArrowRight: "next", Home: "first", End: "last",
    Equal: "larger", NumpadAdd: "larger", Minus: "smaller", NumpadSubtract: "smaller",
    KeyW: "width", KeyF: "whole", KeyR: "turn",
  };

  root.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    const at = event.target.closest("[data-do], [data-to]");
    if (!at) return;
    event.preventDefault();
    if (at.dataset.do) deeds[at.dataset.do]();
    else open(Number(at.dataset.to));
  });
  root.addEventListener("keydown", (event) => {
    const deed = keys[event.code];
    if (!deed || document.documentElement.classList.contains("keys-off") || event.ctrlKey || event.altKey || event.metaKey || typing(event.target)) return;
    event.preventDefault();
    deeds[deed]();
  });
  const goTo = () => {
    open(Math.min(pages, Math.max(1, Number(go.value) || state.page)));
    mark();
  };
  go.addEventListener("change", goTo);
  go.addEventListener("keydown", (event) => {
    if (event.code !== "Enter" && event.code !== "NumpadEnter") return;
    event.preventDefault();
    goTo();
  });
  // Flags and references in notes: <a href="…?page=7" data-base="/papers/…" data-page="7">.
  document.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    const at = event.target.closest("a[data-page][data-base]");
    if (!at || !root.isConnected || at.dataset.base !== root.dataset.base) return;
    event.preventDefault();
    open(Number(at.dataset.page));
    sheet.focus();
  });

  const fillStrip = () => {
    const all = document.createDocumentFragment();
    for (let n = 1; n <= pages; n++) {
      const a = document.createElement("a"), img = new Image(), number = document.createElement("span");
      a.href = link(n);
      a.dataset.to = n;
      img.loading = "lazy";
      img.alt = words(n);
      img.width = 54;
      img.height = 76;
      img.src = address("thumbnails", n);
      number.textContent = n;
      a.append(img, number);
      all.append(a);
    }
    strip.replaceChildren(all);
  };

  if (strip.children.length < pages) fillStrip();
  find("tools").hidden = false;
  new ResizeObserver(layOut).observe(sheet);
  if (image.complete) {
    if (image.naturalWidth) layOut();
    else load(state.page);
  } else {
    image.addEventListener("load", layOut);
    image.addEventListener("error", () => shown(false));
  }
  mark();
}

const known = new WeakSet();
const start = () =>
  document.querySelectorAll("[data-viewer]").forEach((root) => {
    if (known.has(root)) return;
    known.add(root);
    viewer(root);
  });
document.addEventListener("karyalay:page", start);
start();
