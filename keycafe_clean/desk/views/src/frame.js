// What stands around the table: the search field, the count that a screen reader says, and what is there instead of rows.
function made(tag, look, attributes = {}) {
  const element = document.createElement(tag);
  element.className = look;
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}

export function layOut(el, labels) {
  el.classList.add("kc-grid");
  // JupyterLab listens before anybody else does: only this keeps "dd" from deleting the cell.
  el.dataset.lmSuppressShortcuts = "true";
  const search = made("input", "kc-search", { type: "search", placeholder: labels.search, "aria-label": labels.search });
  const status = made("div", "kc-count", { role: "status" });
  const table = made("div", "kc-rows");
  const empty = made("div", "kc-empty");
  const sentence = made("p", "kc-text");
  const clear = made("button", "kc-clear", { type: "button" });
  clear.textContent = labels.clear;
  empty.append(sentence, clear);
  empty.hidden = true;
  const bar = made("div", "kc-bar-above");
  bar.append(search, status);
  const body = made("div", "kc-body");
  body.append(table, empty);
  el.replaceChildren(bar, body);
  return { search, status, table, empty, sentence, clear };
}

export function countInWords(labels, total) {
  return total === 1 ? labels.one : labels.many.replace("{count}", total.toLocaleString("en"));
}

// Says how many rows there are, and what to do where there is none.
export function say(frame, labels, none, rows) {
  const words = countInWords(labels, rows.total);
  if (frame.status.textContent !== words) frame.status.textContent = words;
  const hadFocus = frame.empty.contains(document.activeElement);
  frame.empty.hidden = rows.total > 0;
  frame.clear.hidden = !rows.search;
  frame.sentence.textContent = rows.search ? labels.none_found.replace("{search}", () => rows.search) : none;
  if (hadFocus && rows.total) frame.search.focus();
}
