// Files that are dropped on the page, or chosen with the button. They go to Python in pieces, one after another: a message
// that is too large for the server's line would be lost without a word.
const PIECE = 4_000_000;
const MEGA = 1_000_000;

function made(tag, look, said = "") {
  const element = document.createElement(tag);
  element.className = look;
  element.textContent = said;
  return element;
}

const isFolder = (item) => item.webkitGetAsEntry?.()?.isDirectory;
const fill = (words, blanks) => words.replace(/\{(\w+)\}/g, (_, name) => blanks[name]);

function render({ model, el }) {
  const labels = model.get("labels");
  const choose = made("button", "kc-drop-button");
  const input = made("input", "");
  const where = made("span", "kc-quiet", labels.or);
  const said = made("p", "kc-drop-said");
  const coming = made("div", "kc-drop-coming");
  const bar = made("progress", "");
  const much = made("span", "kc-quiet");
  let sending = 0; // the number of the upload that goes on
  let taken = () => {};

  function say(words) {
    said.textContent = words;
    said.hidden = !words;
  }

  function show(name, done, all) {
    const told = [done, all].map((size) => (size / MEGA).toFixed(1));
    Object.assign(bar, { max: all || 1, value: done });
    bar.setAttribute("aria-label", name);
    much.textContent = fill(labels.coming, { name, done: told[0], all: told[1] });
    coming.hidden = false;
  }

  // Sends a file piece by piece, each once the one before has arrived; false: other files came in between.
  async function sendFile(file, index, id, before, all) {
    for (let at = 0; at < file.size; at += PIECE) {
      const piece = await file.slice(at, at + PIECE).arrayBuffer();
      if (id !== sending) return false;
      const arrived = new Promise((resolve) => (taken = resolve));
      model.send({ piece: index, id }, undefined, [piece]);
      await arrived;
      if (id !== sending) return false;
      show(file.name, before + at + piece.byteLength, all);
    }
    return true;
  }

  async function send(files) {
    const id = ++sending;
    const all = files.reduce((sum, file) => sum + file.size, 0);
    const large = files.find((file) => file.size > model.get("most"));
    say(large ? fill(labels.too_large, { name: large.name, most: model.get("most") / MEGA }) : "");
    if (!files.length || large) return;
    model.send({ begin: files.map((file) => file.name), id });
    let before = 0;
    for (const [index, file] of files.entries()) {
      try {
        if (!(await sendFile(file, index, id, before, all))) return;
      } catch {
        say(fill(labels.unreadable, { name: file.name }));
        coming.hidden = true;
        model.send({ begin: [], id }); // what has arrived is forgotten
        return;
      }
      before += file.size;
    }
    model.send({ end: true, id });
    coming.hidden = true;
  }

  // JupyterLab has drops of its own beside the desk; on a page of Voila's every drop is meant for the desk.
  const isOurs = (event) =>
    event.dataTransfer?.types.includes("Files") &&
    (event.target.closest?.(".kc-desk") || document.body.dataset.voila);

  function over(event) {
    if (!isOurs(event)) return;
    event.preventDefault(); // else the browser would open the file instead of the desk
    if (!el.checkVisibility()) return;
    event.dataTransfer.dropEffect = "copy";
    el.classList.add("kc-drop-over");
  }

  function leave(event) {
    if (!event.relatedTarget) el.classList.remove("kc-drop-over");
  }

  function drop(event) {
    el.classList.remove("kc-drop-over");
    if (!isOurs(event)) return;
    event.preventDefault();
    if (!el.checkVisibility()) return;
    const items = [...event.dataTransfer.items].filter((item) => item.kind === "file");
    const folder = items.find(isFolder);
    if (folder) say(fill(labels.unreadable, { name: folder.webkitGetAsEntry().name }));
    else send([...event.dataTransfer.files]);
  }

  function label() {
    choose.textContent = model.get("label");
    choose.classList.toggle("kc-primary", model.get("primary"));
  }

  const onMessage = (told) => told.id === sending && taken();
  const listened = { dragover: over, dragleave: leave, drop };
  choose.type = "button";
  choose.addEventListener("click", () => input.click());
  Object.assign(input, { type: "file", multiple: true, hidden: true, accept: model.get("accept") });
  input.addEventListener("change", () => {
    const files = [...input.files];
    input.value = ""; // otherwise the same file, repaired and chosen again, would not be noticed
    send(files);
  });
  said.setAttribute("role", "alert");
  said.hidden = coming.hidden = true;
  coming.append(bar, much);
  el.classList.add("kc-drop");
  el.append(choose, input, where, said, coming);
  for (const [name, act] of Object.entries(listened)) document.addEventListener(name, act);
  label();
  model.on("change:label", label);
  model.on("change:primary", label);
  model.on("msg:custom", onMessage);
  return () => {
    sending += 1;
    for (const [name, act] of Object.entries(listened)) document.removeEventListener(name, act);
    model.off("change:label", label);
    model.off("change:primary", label);
    model.off("msg:custom", onMessage);
  };
}

export default { render };
