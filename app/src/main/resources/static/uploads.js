// Sends each chosen file at once and by itself, shows how far it is, and puts its line into the
// form. Without this the form carries the files.
const say = (pattern, ...words) => words.reduce((text, word, i) => text.replace(`{${i}}`, word), pattern);

function uploads(root) {
  const input = root.querySelector("input[type=file]"), list = root.querySelector("[data-uploads-list]");
  const form = input.form;
  const wait = document.createElement("p");
  wait.className = "refusal";
  wait.setAttribute("role", "alert");
  wait.hidden = true;
  root.append(wait);
  let sending = 0;
  let queue = Promise.resolve();

  const offerRemoval = () =>
    list.querySelectorAll("[data-upload-remove]").forEach((button) => (button.hidden = false));
  const changed = () => root.dispatchEvent(new CustomEvent("uploads-changed", { bubbles: true }));

  const line = (file) => {
    const item = document.createElement("li"), text = document.createElement("span");
    const bar = document.createElement("progress");
    item.className = "upload-progress";
    item.file = file; // what has not arrived is kept with the form when the line fails (offline.js)
    bar.max = 1;
    bar.value = 0;
    text.className = "upload-name";
    item.append(text, bar);
    list.append(item);
    const show = (part) => {
      bar.value = part;
      text.textContent = say(root.dataset.sending, file.name, Math.floor(part * 100));
    };
    show(0);
    return { item, show };
  };

  const refuse = (item, file, sentence) => {
    const text = document.createElement("span"), words = document.createElement("p");
    const again = document.createElement("button"), away = document.createElement("button");
    text.className = "upload-name";
    text.textContent = file.name;
    words.className = "refusal";
    words.setAttribute("role", "alert");
    words.textContent = sentence;
    again.type = away.type = "button";
    again.textContent = root.dataset.again;
    again.addEventListener("click", () => {
      item.remove();
      send(file);
    });
    away.textContent = "×";
    away.addEventListener("click", () => item.remove());
    item.replaceChildren(text, again, away, words);
  };

  // XMLHttpRequest, because fetch does not tell how much has been sent.
  const transfer = (file, item, show) =>
    new Promise((done) => {
      const request = new XMLHttpRequest();
      request.open("POST", `/uploads?as=${encodeURIComponent(root.dataset.as)}`);
      request.setRequestHeader("Content-Type", "application/octet-stream");
      request.setRequestHeader("X-Csrf", root.dataset.csrf);
      request.setRequestHeader("X-Karyalay", "fetch");
      request.setRequestHeader("Upload-Name", encodeURIComponent(file.name));
      request.upload.onprogress = (event) => event.lengthComputable && show(event.loaded / event.total);
      request.onerror = () => {
        refuse(item, file, root.dataset.broken);
        done();
      };
      request.onload = () => {
        const answer = new DOMParser().parseFromString(request.responseText, "text/html");
        const made = answer.querySelectorAll("li.upload");
        if (request.status === 200 && made.length) item.replaceWith(...made);
        else refuse(item, file, answer.querySelector(".refusal")?.textContent ?? root.dataset.broken);
        offerRemoval();
        changed();
        done();
      };
      request.send(file);
    });

  const send = (file) => {
    const { item, show } = line(file);
    sending++;
    queue = queue.then(() => transfer(file, item, show)).finally(() => {
      sending--;
      wait.hidden = true;
    });
  };

  input.addEventListener("change", () => {
    [...input.files].forEach(send);
    input.value = "";
  });
  list.addEventListener("click", (event) => {
    if (!event.target.closest("[data-upload-remove]")) return;
    event.target.closest("li").remove();
    changed();
  });
  form?.addEventListener("submit", (event) => {
    if (sending === 0 || document.documentElement.dataset.line === "lost") return;
    event.preventDefault();
    event.stopImmediatePropagation();
    wait.textContent = root.dataset.wait;
    wait.hidden = false;
  }, true);
  offerRemoval();
}

const known = new WeakSet();
const start = () =>
  document.querySelectorAll("[data-uploads]").forEach((root) => {
    if (known.has(root)) return;
    known.add(root);
    uploads(root);
  });
document.addEventListener("karyalay:page", start);
start();
