// A field in which somebody is looked for. The browser keeps no list of what was typed.
function render({ model, el }) {
  const field = document.createElement("input");
  field.type = "search";
  field.autocomplete = "off";
  field.spellcheck = false;
  field.placeholder = model.get("label");
  field.setAttribute("aria-label", model.get("label"));
  let asked = "";

  function ask() {
    asked = field.value;
    model.send({ find: asked });
  }

  // Letters typed here are no commands of JupyterLab.
  el.addEventListener("keydown", (event) => {
    event.stopPropagation();
    if (event.isComposing || !["Enter", "Escape"].includes(event.key)) return;
    event.preventDefault();
    if (event.key === "Escape") field.value = "";
    ask();
  });
  // The cross of a search field empties it without a key.
  field.addEventListener("search", () => field.value === "" && asked !== "" && ask());
  // What was typed since is for the next question.
  const onMessage = () => {
    if (field.value === asked) field.value = "";
    asked = "";
  };

  el.classList.add("kc-finder");
  el.setAttribute("role", "search");
  el.dataset.lmSuppressShortcuts = "true";
  el.append(field);
  model.on("msg:custom", onMessage);
  return () => model.off("msg:custom", onMessage);
}

export default { render };
