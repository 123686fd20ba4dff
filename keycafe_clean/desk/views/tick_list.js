// Boxes to tick. They stay while their ticks change, so that the focus stays on them.

// No more are shown of what is found: whoever looks for somebody types on.
const MOST_FOUND = 20;

const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

function render({ model, el }) {
  const list = document.createElement(model.get("look") === "steps" ? "ol" : "ul");
  const boxes = () => [...list.querySelectorAll("input")];

  const search = document.createElement("input");
  const found = document.createElement("p");

  function tell() {
    const ticked = boxes().flatMap((box, place) => (box.checked ? [place] : []));
    model.set("ticked", ticked);
    model.save_changes();
    model.send({ ticked });
  }

  function lineOf(text) {
    const [item, label, box, said] = ["li", "label", "input", "span"].map((tag) => document.createElement(tag));
    box.type = "checkbox";
    box.addEventListener("change", tell);
    said.textContent = text;
    label.append(box, said);
    item.append(label);
    return item;
  }

  function tick() {
    const ticked = new Set(model.get("ticked"));
    boxes().forEach((box, place) => (box.checked = ticked.has(place)));
    narrow();
  }

  // Where there is a search, what is found is shown, and what is ticked.
  function narrow() {
    if (!search.isConnected) return;
    const words = plain(search.value).split(/\s+/).filter(Boolean);
    const lines = model.get("lines").map(plain);
    let count = 0;
    [...list.children].forEach((item, place) => {
      const fits = words.length > 0 && words.every((word) => lines[place].includes(word));
      if (fits) count += 1;
      item.hidden = !(fits && count <= MOST_FOUND) && !item.querySelector("input").checked;
    });
    const { found: said } = model.get("search");
    found.textContent = words.length ? said.replace("{count}", count.toLocaleString("en")) : "";
  }

  function show() {
    list.replaceChildren(...model.get("lines").map(lineOf));
    tick();
  }

  const name = () => list.setAttribute("aria-label", model.get("label"));
  list.setAttribute("role", "list");
  if (model.get("search").label) {
    const label = document.createElement("label");
    search.type = "search";
    found.setAttribute("role", "status");
    search.addEventListener("input", narrow);
    label.className = "kc-ticks-search";
    label.append(model.get("search").label, search);
    el.append(label, found);
  }
  el.append(list);
  el.classList.add("kc-ticks");
  el.addEventListener("keydown", (event) => event.stopPropagation());
  el.dataset.lmSuppressShortcuts = "true";
  name();
  show();
  model.on("change:lines", show);
  model.on("change:ticked", tick);
  model.on("change:label", name);
  return () => {
    model.off("change:lines", show);
    model.off("change:ticked", tick);
    model.off("change:label", name);
  };
}

export default { render };
