// A path to type. What is typed goes with the gesture that reads it, so that the same path can be read again.
function render({ model, el }) {
  const labels = model.get("labels");
  const form = document.createElement("form");
  const label = document.createElement("label");
  const field = Object.assign(document.createElement("input"), { type: "text", autocomplete: "off", spellcheck: false, placeholder: labels.hint });
  const button = document.createElement("button");
  button.className = "kc-drop-button";
  button.textContent = labels.read;
  label.append(labels.path, " ", field);
  form.append(label, button);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    model.send({ read: field.value });
  });

  // Letters typed here are no commands of JupyterLab.
  el.addEventListener("keydown", (event) => event.stopPropagation());
  el.classList.add("kc-path");
  el.dataset.lmSuppressShortcuts = "true";
  el.append(form);
}

export default { render };
