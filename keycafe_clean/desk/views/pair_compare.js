// Two rows side by side. What differs is marked by ground, weight and a sign that is read out, never by colour alone.
const KEYS = { s: "same person", d: "two people", u: "undo", r: "redo", arrowright: "later", arrowleft: "previous" };

function render({ model, el }) {
  const labels = model.get("labels");
  const press = (what) => model.send({ press: what });
  const kept = () => el.querySelector("input:checked")?.value ?? "";

  function made(tag, look, text = "") {
    const element = document.createElement(tag);
    if (look) element.className = look;
    element.textContent = text;
    return element;
  }

  // An answer that keeps another address than the one of the row that is kept says so.
  function answer(word) {
    const address = word === "same person" ? kept() : "";
    press(address ? `${word}, ${address}` : word);
  }

  function button(text, key, act) {
    const button = made("button", "kc-pair-button", text);
    button.type = "button";
    if (key) {
      button.append(" ", made("kbd", "", key));
      button.lastChild.setAttribute("aria-hidden", "true");
      button.setAttribute("aria-keyshortcuts", { "→": "ArrowRight", "←": "ArrowLeft" }[key] ?? key);
    }
    button.addEventListener("click", act);
    return button;
  }

  const heading = made("div", "kc-pair-heading");
  const [kind, place, sentence] = [made("span", "kc-pair-kind"), made("span", "kc-quiet"), made("p", "kc-pair-sentence")];
  const table = made("table", "kc-pair-table");
  const goes = made("fieldset", "kc-pair-goes");
  const same = button(labels.same, "S", () => answer("same person"));
  const undo = button(labels.undo, "U", () => press("undo"));
  const [previous, later] = [button(labels.previous, "←", () => press("previous")), button(labels.later, "→", () => press("later"))];
  const answers = made("div", "kc-pair-answers");
  same.classList.add("kc-primary");
  answers.append(same, button(labels.two, "D", () => answer("two people")), button(labels.leave_out, "", () => answer("leave out")), previous, later, undo);
  const list = button(labels.list, "", () => press("list"));
  heading.tabIndex = -1;
  heading.setAttribute("role", "heading");
  heading.setAttribute("aria-level", "2");
  heading.append(kind, " ", place, sentence);
  el.append(heading, table, goes, answers, list);

  function cell(text, differs, tag = "td") {
    const shown = made(tag, "", text);
    if (differs) shown.prepend(Object.assign(made("span", "kc-pair-sign", "≠ "), { title: labels.differs, ariaLabel: labels.differs, role: "img" }));
    return shown;
  }

  function lineOf(line) {
    const shown = made("tr", line.differs ? "kc-differs" : "");
    const name = made("th", "", line.header);
    name.scope = "row";
    shown.append(name, ...line.cells.map((text, at) => cell(text, line.differs && at > 0)));
    return shown;
  }

  function headOf(headings) {
    const head = made("thead");
    head.append(made("tr"));
    for (const text of ["", ...headings]) head.firstChild.append(Object.assign(made(text ? "th" : "td", "", text), text ? { scope: "col" } : {}));
    return head;
  }

  function goesOf(addresses) {
    const legend = made("legend", "kc-quiet", labels.goes);
    return [
      legend,
      ...addresses.map((address, at) => {
        const label = made("label", "");
        const box = Object.assign(document.createElement("input"), { type: "radio", name: "kc-pair", value: at ? address : "", checked: !at });
        label.append(box, made("span", "", address));
        return label;
      }),
    ];
  }

  function show() {
    const pair = model.get("pair");
    if (!pair.headings) return;
    const held = el.contains(document.activeElement) ? document.activeElement : null;
    kind.textContent = pair.kind;
    place.textContent = pair.place;
    sentence.textContent = pair.sentence;
    const body = made("tbody");
    body.append(...pair.cells.map(lineOf));
    table.replaceChildren(headOf(pair.headings), body);
    goes.replaceChildren(...goesOf(pair.addresses));
    goes.hidden = pair.addresses.length < 2;
    undo.hidden = !pair.undo;
    undo.title = pair.undo;
    previous.hidden = later.hidden = pair.alone;
    if (held && (!held.isConnected || held.hidden)) heading.focus();
  }

  function onMessage(message) {
    if (message.do !== "focus unless") return;
    const active = document.activeElement;
    // What is hidden by now keeps the focus until the page is drawn again.
    const isThere = active?.closest(message.in) && active.checkVisibility();
    if (!isThere && !el.contains(active)) heading.focus();
  }

  function hear(event) {
    // Otherwise a letter typed here would be a command of JupyterLab: "dd" deletes the cell.
    event.stopPropagation();
    const key = event.key.toLowerCase();
    if (event.ctrlKey || event.metaKey || event.altKey || !KEYS[key]) return;
    if (event.target.type === "radio" && key.startsWith("arrow")) return;
    event.preventDefault();
    if (["s", "d"].includes(key)) answer(KEYS[key]);
    else press(KEYS[key]);
  }

  el.classList.add("kc-compare");
  el.dataset.lmSuppressShortcuts = "true";
  el.addEventListener("keydown", hear);
  show();
  model.on("change:pair", show);
  model.on("msg:custom", onMessage);
  return () => {
    model.off("change:pair", show);
    model.off("msg:custom", onMessage);
  };
}

export default { render };
