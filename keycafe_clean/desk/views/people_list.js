// Lines of people with their buttons. Lines that stay keep their elements, so that the focus stays where it is.
function render({ model, el }) {
  const items = new Map();
  const list = document.createElement("ul");
  const labels = model.get("labels");
  let opened = model.get("opened");

  function made(tag, look) {
    const element = document.createElement(tag);
    element.className = look;
    return element;
  }

  function button(press, key) {
    const element = made("button", "kc-small-button");
    element.type = "button";
    element.addEventListener("click", () => model.send({ press, key }));
    return element;
  }

  function itemOf(line) {
    if (items.has(line.key)) return items.get(line.key);
    const item = document.createElement("li");
    const buttons = made("span", "kc-people-buttons");
    buttons.append(button("show", line.key), button("change", line.key));
    item.append(made("strong", "kc-people-number"), made("span", "kc-people-what"), made("span", "kc-people-note"), buttons);
    items.set(line.key, item);
    return item;
  }

  function fill(item, line) {
    const [number, what, note, buttons] = item.children;
    const [open, change] = buttons.children;
    const about = `${line.what}, ${line.note}`;
    number.textContent = line.number.toLocaleString("en");
    what.textContent = line.what;
    note.textContent = line.note;
    open.textContent = labels.show;
    open.setAttribute("aria-label", `${labels.show}: ${about}`);
    open.hidden = !line.number;
    change.textContent = line.change === "places" ? labels.places : labels.change;
    change.setAttribute("aria-label", `${change.textContent}: ${about}`);
    change.setAttribute("aria-expanded", `${model.get("opened") === line.key}`);
    change.hidden = !line.change;
  }

  function show() {
    const held = el.contains(document.activeElement) ? document.activeElement : null;
    const lines = model.get("lines");
    const shown = lines.map(itemOf);
    for (const [key, item] of items) if (!shown.includes(item)) items.delete(key);
    shown.forEach((item, place) => fill(item, lines[place]));
    const isSame = shown.length === list.children.length && shown.every((item, place) => item === list.children[place]);
    if (!isSame) list.replaceChildren(...shown);
    if (held) (held.isConnected && !held.hidden ? held : list).focus();
  }

  // What was open is closed: whoever was in it goes on from its button, or from the list where its line is gone.
  function comeBack() {
    const before = opened;
    opened = model.get("opened");
    show();
    if (opened || !before) return;
    const change = items.get(before)?.querySelector(".kc-people-buttons").lastChild;
    (change && !change.hidden ? change : list).focus();
  }

  list.tabIndex = -1;
  list.setAttribute("role", "list");
  list.setAttribute("aria-label", labels.lead);
  el.append(list);
  el.classList.add("kc-people");
  el.addEventListener("keydown", (event) => event.stopPropagation());
  el.dataset.lmSuppressShortcuts = "true";
  show();
  model.on("change:lines", show);
  model.on("change:opened", comeBack);
  return () => {
    model.off("change:lines", show);
    model.off("change:opened", comeBack);
  };
}

export default { render };
