// The steps as buttons of a navigation. They stay while their marks change, so that the focus stays on them.
function render({ model, el }) {
  const nav = document.createElement("nav");
  nav.setAttribute("aria-label", model.get("label"));
  const buttons = new Map();

  function buttonOf(step) {
    if (!buttons.has(step.step)) {
      const button = document.createElement("button");
      button.type = "button";
      const part = () => document.createElement("span");
      button.append(part(), " ", part(), " ", part());
      button.lastChild.className = "kc-step-mark kc-step-waiting";
      button.addEventListener("click", () => model.send({ choose: step.step }));
      buttons.set(step.step, button);
      nav.append(button);
    }
    return buttons.get(step.step);
  }

  function show() {
    for (const step of model.get("steps")) {
      const button = buttonOf(step);
      const [mark, name, count] = button.children;
      mark.textContent = step.mark;
      mark.className = `kc-step-mark kc-step-${step.look}`;
      mark.hidden = !step.mark;
      name.textContent = step.name;
      count.textContent = step.count;
      count.hidden = !step.count;
      button.setAttribute("aria-label", step.said);
      button.hidden = !step.is_shown;
      if (step.step === model.get("current")) button.setAttribute("aria-current", "step");
      else button.removeAttribute("aria-current");
    }
  }

  el.append(nav);
  el.classList.add("kc-rail");
  el.addEventListener("keydown", (event) => event.stopPropagation());
  el.dataset.lmSuppressShortcuts = "true";
  show();
  model.on("change:steps", show);
  model.on("change:current", show);
  return () => {
    model.off("change:steps", show);
    model.off("change:current", show);
  };
}

export default { render };
