// Editing a cell where it stands: Enter and Tab save, Escape leaves it as it was, and so does the same text.

// `saved(text)` is called with another text; `done(step)` always: by how many columns the cursor goes on.
export function editCell(element, { label, text, saved, done }) {
  const input = document.createElement("input");
  input.className = "kc-input";
  input.value = text;
  input.setAttribute("aria-label", label);
  let open = true;

  const close = (save, step, keepsFocus) => {
    if (!open) return;
    open = false;
    if (save && input.value.trim() !== text) saved(input.value.trim());
    done(step, keepsFocus);
  };

  input.addEventListener("keydown", (event) => {
    event.stopPropagation();
    if (event.isComposing) return;
    if (event.key === "Enter") close(true, 0, true);
    else if (event.key === "Escape") close(false, 0, true);
    else if (event.key === "Tab") close(true, event.shiftKey ? -1 : 1, true);
    else return;
    event.preventDefault();
  });
  input.addEventListener("blur", () => close(true, 0, false));
  element.replaceChildren(input);
  input.focus({ preventScroll: true });
  input.select();
  return () => close(true, 0, true);
}
