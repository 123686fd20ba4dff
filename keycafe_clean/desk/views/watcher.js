// The page outlives its kernel, and its server: where one ends and nobody has asked for it, the page says so instead of showing what is
// not true any more. Around the desk it keeps keys from the notebook.
const ENDED = ["restarting", "autorestarting", "dead"];
const SECOND = 1_000;
const LONGEST = 60 * SECOND;

const wait = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

// Whether there is a server still, whatever it answers.
function isServed() {
  const { baseUrl = "/" } = JSON.parse(document.getElementById("jupyter-config-data")?.textContent ?? "{}");
  return fetch(`${baseUrl}api/kernels`).then(() => true, () => false);
}

function render({ model, el }) {
  const kernel = model.widget_manager?.kernel;
  const labels = model.get("labels");
  const sentence = document.createElement("p");
  const button = document.createElement("button");
  let isNotebook = false;
  let isRemoved = false;
  sentence.setAttribute("role", "status");
  sentence.tabIndex = -1;
  button.type = "button";
  button.className = "kc-small-button";
  button.textContent = labels.start;
  button.addEventListener("click", async () => ((await isServed()) ? location.reload() : sayGone()));

  function say(words) {
    sentence.textContent = words;
    requestAnimationFrame(() => sentence.focus());
  }

  async function stopped(served = true) {
    if (!model.get("watches") || sentence.textContent) return;
    isNotebook = Boolean(el.closest(".jp-NotebookPanel"));
    el.closest(".kc-both")?.querySelectorAll(".kc-desk").forEach((page) => (page.style.display = "none"));
    // In a notebook it is the cells that start it.
    el.replaceChildren(sentence, ...(isNotebook ? [] : [button]));
    el.classList.add("kc-closed");
    if (!served) return sayGone();
    say(isNotebook ? labels.cells : labels.stopped);
    // The server may be about to end as well.
    for (let pause = SECOND; el.isConnected; pause = Math.min(2 * pause, LONGEST)) {
      await wait(pause);
      if (!(await isServed())) return sayGone();
    }
  }

  // Without a server nothing on this page can start the desk.
  function sayGone() {
    button.remove();
    say(isNotebook ? labels.lab_gone : labels.gone);
  }

  // The line is down: it comes back by itself unless the server is gone.
  async function lost() {
    if (await isServed()) return;
    await wait(SECOND);
    if (!(await isServed())) stopped(false);
  }

  // JupyterLab listens to keys before anybody else does, and looks at what has the focus first: only where that itself says so does "dd"
  // not delete the cell. The view is drawn before it is on the page.
  function keepKeys() {
    const desk = el.closest(".kc-both");
    if (desk) desk.addEventListener("focusin", ({ target }) => (target.dataset.lmSuppressShortcuts = "true"));
    else if (!isRemoved) requestAnimationFrame(keepKeys);
  }

  keepKeys();
  const onStatus = (_, status) => ENDED.includes(status) && stopped();
  const onConnection = (_, status) => ({ disconnected: stopped, connecting: lost })[status]?.();
  kernel?.statusChanged.connect(onStatus);
  kernel?.connectionStatusChanged.connect(onConnection);
  return () => {
    isRemoved = true;
    kernel?.statusChanged.disconnect(onStatus);
    kernel?.connectionStatusChanged.disconnect(onConnection);
  };
}

export default { render };
