// The page outlives its kernel: it says what happened, and asks the server (Voila's, or JupyterLab's) to end the kernel.
function render({ model, el }) {
  el.setAttribute("role", "status");
  el.tabIndex = -1;
  el.className = `${el.className} kc-closed`;

  function config() {
    const told = document.getElementById("jupyter-config-data");
    return told ? JSON.parse(told.textContent) : {};
  }

  async function end() {
    const kernel = model.get("kernel");
    if (!kernel) return;
    const { baseUrl = "/", token = "" } = config();
    const xsrf = document.cookie.match(/\b_xsrf=([^;]*)/)?.[1] ?? "";
    const headers = { "X-XSRFToken": xsrf, ...(token ? { Authorization: `token ${token}` } : {}) };
    const answer = await fetch(`${baseUrl}voila/api/shutdown/${kernel}`, { method: "POST", headers });
    if (!answer.ok) await fetch(`${baseUrl}api/kernels/${kernel}`, { method: "DELETE", headers });
  }

  function show() {
    el.textContent = model.get("text");
    if (!model.get("text")) return;
    requestAnimationFrame(() => el.focus());
    // The server that ends at once answers nothing any more.
    end().catch(() => {});
  }

  show();
  model.on("change:text", show);
  return () => model.off("change:text", show);
}

export default { render };
