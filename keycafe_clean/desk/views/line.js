// A line that keeps its element while its text changes: only then does a screen reader notice, and the focus stay.
function render({ model, el }) {
  const role = model.get("role");
  el.setAttribute("role", role);
  if (role === "heading") el.setAttribute("aria-level", "2");
  el.tabIndex = -1;

  const show = () => {
    el.textContent = model.get("text");
    el.className = `kc-line kc-${role} kc-${model.get("kind")}`;
    el.hidden = !model.get("text");
  };
  const onMessage = (message) => {
    if (message.do === "focus") el.focus();
    // What is hidden by now keeps the focus until the page is drawn again.
    const active = document.activeElement;
    const isThere = active?.closest(message.in) && active.checkVisibility();
    if (message.do === "focus unless" && !isThere) el.focus();
  };

  // Otherwise a letter typed here would be a command of JupyterLab: "dd" deletes the cell.
  el.addEventListener("keydown", (event) => {
    event.stopPropagation();
    const key = event.key.toLowerCase();
    if (event.ctrlKey || event.metaKey || event.altKey || !model.get("letters").includes(key)) return;
    event.preventDefault();
    model.send({ key });
  });
  show();
  model.on("change:text", show);
  model.on("change:kind", show);
  model.on("msg:custom", onMessage);
  return () => model.off("msg:custom", onMessage);
}

export default { render };
