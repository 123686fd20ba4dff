// Kinds to choose from, each a button with its count. Buttons that stay are kept, so that the focus stays on them.
function render({ model, el }) {
  const buttons = new Map();
  const headings = new Map();

  const choose = (kind) => model.send({ choose: kind });

  function buttonOf(line) {
    if (buttons.has(line.kind)) return buttons.get(line.kind);
    const button = document.createElement("button");
    button.type = "button";
    button.append(document.createElement("span"), " ", document.createElement("span"));
    button.firstChild.className = "kc-kind-name";
    button.lastChild.className = "kc-kind-rows";
    button.addEventListener("click", () => choose(line.kind));
    buttons.set(line.kind, button);
    return button;
  }

  function headingOf(text) {
    if (!headings.has(text)) {
      const heading = document.createElement("div");
      heading.className = "kc-kind-heading";
      heading.setAttribute("role", "heading");
      heading.setAttribute("aria-level", "3");
      heading.textContent = text;
      headings.set(text, heading);
    }
    return headings.get(text);
  }

  function parts() {
    let heading = "";
    return model.get("lines").flatMap((line) => {
      const button = buttonOf(line);
      button.firstChild.textContent = line.name;
      button.firstChild.title = line.name;
      button.lastChild.textContent = line.rows.toLocaleString("en");
      button.setAttribute("aria-pressed", `${line.kind === model.get("chosen")}`);
      if (model.get("look") === "pills" || !line.heading || line.heading === heading) return [button];
      heading = line.heading;
      return [headingOf(heading), button];
    });
  }

  function show() {
    const held = el.contains(document.activeElement) ? document.activeElement : null;
    const shown = parts();
    const isSame = shown.length === el.childNodes.length && shown.every((node, place) => node === el.childNodes[place]);
    if (!isSame) el.replaceChildren(...shown);
    if (held && document.activeElement !== held) (held.isConnected ? held : el.querySelector("button"))?.focus();
  }

  el.setAttribute("role", "group");
  el.setAttribute("aria-label", model.get("label"));
  el.className = `${el.className} kc-kinds kc-kinds-${model.get("look")}`;
  el.addEventListener("keydown", (event) => event.stopPropagation());
  el.dataset.lmSuppressShortcuts = "true";
  show();
  model.on("change:lines", show);
  model.on("change:chosen", show);
  return () => {
    model.off("change:lines", show);
    model.off("change:chosen", show);
  };
}

export default { render };
