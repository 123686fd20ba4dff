// A card a person. What comes from files is text, never HTML.
function render({ model, el }) {
  const labels = model.get("labels");

  function made(tag, look, said = "") {
    const element = document.createElement(tag);
    if (look) element.className = look;
    element.textContent = said;
    return element;
  }

  function printer(person, place) {
    const button = made("button", "kc-small-button", labels.print);
    button.type = "button";
    button.setAttribute("aria-label", `${labels.print}: ${person.name}`);
    button.addEventListener("click", () => model.send({ print: place }));
    return button;
  }

  function evidence(person) {
    const table = made("table", "kc-found-table");
    const head = made("tr");
    for (const name of [labels.day, labels.what]) {
      const cell = made("th", "", name);
      cell.scope = "col";
      head.append(cell);
    }
    table.createTHead().append(head);
    const body = table.createTBody();
    for (const entry of person.entries) {
      const row = body.insertRow();
      row.append(made("td", "kc-found-day", entry.day), made("td", "", entry.text));
    }
    return table;
  }

  function card(person, place) {
    const card = made("section", "kc-found");
    const above = made("div", "kc-found-person");
    const named = made("h3", "", person.name);
    if (person.number) named.append(" ", made("span", "kc-quiet", person.number));
    card.setAttribute("aria-label", person.name);
    above.append(named, printer(person, place));
    card.append(above, made("p", "kc-strong", person.outcome), evidence(person));
    return card;
  }

  const show = () => el.replaceChildren(...model.get("people").map(card));
  el.classList.add("kc-people-found");
  el.addEventListener("keydown", (event) => event.stopPropagation());
  el.dataset.lmSuppressShortcuts = "true";
  show();
  model.on("change:people", show);
  return () => model.off("change:people", show);
}

export default { render };
