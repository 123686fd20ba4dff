// Boxes to tick. They stay while their ticks change, so that the focus stays on them.
function render({ model, el }) {
  const boxes = () => [...el.querySelectorAll("input")];
  const list = document.createElement(model.get("look") === "steps" ? "ol" : "ul");

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
  }

  function show() {
    list.replaceChildren(...model.get("lines").map(lineOf));
    tick();
  }

  const name = () => list.setAttribute("aria-label", model.get("label"));
  list.setAttribute("role", "list");
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
