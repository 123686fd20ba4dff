// The page outlives its kernel: where that ends and nobody has asked for it, the page says so instead of showing what is not true any more.
const ENDED = ["restarting", "autorestarting", "dead"];

function render({ model, el }) {
  const kernel = model.widget_manager?.kernel;
  const sentence = document.createElement("p");
  const button = document.createElement("button");
  sentence.setAttribute("role", "status");
  sentence.tabIndex = -1;
  button.type = "button";
  button.className = "kc-small-button";
  button.addEventListener("click", again);

  // Whether there is a server still: one that is gone leaves the page as it is.
  async function again() {
    const { baseUrl = "/" } = JSON.parse(document.getElementById("jupyter-config-data")?.textContent ?? "{}");
    const answer = await fetch(`${baseUrl}api/kernels`).catch(() => null);
    if (answer) location.reload();
    else sentence.focus();
  }

  function stopped() {
    if (!model.get("watches") || sentence.textContent) return;
    el.closest(".kc-both")?.querySelectorAll(".kc-desk").forEach((page) => (page.style.display = "none"));
    sentence.textContent = model.get("text");
    button.textContent = model.get("start");
    // In a notebook it is the cells that start it.
    el.replaceChildren(sentence, ...(el.closest(".jp-NotebookPanel") ? [] : [button]));
    el.classList.add("kc-closed");
    requestAnimationFrame(() => sentence.focus());
  }

  const onStatus = (_, status) => ENDED.includes(status) && stopped();
  const onConnection = (_, status) => status === "disconnected" && stopped();
  kernel?.statusChanged.connect(onStatus);
  kernel?.connectionStatusChanged.connect(onConnection);
  return () => {
    kernel?.statusChanged.disconnect(onStatus);
    kernel?.connectionStatusChanged.disconnect(onConnection);
  };
}

export default { render };
