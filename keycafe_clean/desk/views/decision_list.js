// Decisions as a list. Lines that stay keep their elements, so that the focus stays; where one goes, the next one has it.
function render({ model, el }) {
  const items = new Map();
  const list = document.createElement("ul");
  const more = button("more", () => model.send({ press: "more" }));
  const labelOf = (name) => model.get("labels")[name];

  function button(name, act, about = "") {
    const made = document.createElement("button");
    made.type = "button";
    made.className = "kc-small-button";
    made.textContent = model.get("labels")[name];
    if (about) made.setAttribute("aria-label", `${made.textContent}: ${about}`);
    made.addEventListener("click", act);
    return made;
  }

  function text(look, said) {
    const made = document.createElement("span");
    made.className = look;
    made.textContent = said;
    return made;
  }

  function itemOf(line) {
    const key = JSON.stringify(line);
    if (items.has(key)) return items.get(key);
    const item = document.createElement("li");
    const said = text("kc-decision-said", line.said);
    if (line.made) said.append(" ", text("kc-quiet", `(${line.made})`));
    if (line.why_not) said.append(text("kc-decision-why", line.why_not));
    const press = (name) => () => model.send({ press: name, id: line.id });
    const presses = line.outdated
      ? [button("keep_mine", press("keep_mine"), line.said), button("take_files", press("take_back"), line.said)]
      : [button("take_back", press("take_back"), line.said)];
    item.append(said, ...presses);
    items.set(key, item);
    return item;
  }

  function show() {
    const held = el.contains(document.activeElement) ? document.activeElement : null;
    const place = held ? [...list.children].indexOf(held.closest("li")) : -1;
    const shown = model.get("lines").map(itemOf);
    for (const [key, item] of items) if (!shown.includes(item)) items.delete(key);
    const isSame = shown.length === list.children.length && shown.every((item, at) => item === list.children[at]);
    if (!isSame) list.replaceChildren(...shown);
    more.hidden = shown.length >= model.get("total");
    if (!held || (held.isConnected && !held.hidden)) return held?.focus();
    (shown[Math.min(Math.max(place, 0), shown.length - 1)]?.querySelector("button") ?? list).focus();
  }

  list.tabIndex = -1;
  list.setAttribute("role", "list");
  list.setAttribute("aria-label", labelOf("pill"));
  el.append(list, more);
  el.classList.add("kc-decisions");
  el.addEventListener("keydown", (event) => event.stopPropagation());
  el.dataset.lmSuppressShortcuts = "true";
  show();
  model.on("change:lines", show);
  return () => model.off("change:lines", show);
}

export default { render };
