// The headers: each sorts the rows, and opens what is known of its column where somebody listens to that.
import { label } from "./cells.js";

const NEXT = { none: "ascending", ascending: "descending", descending: "none" };

// `restart()` asks for the rows in the order that was chosen.
export function headersOf({ model, table, rows, idOf, restart }) {
  const columns = model.get("columns");
  const elements = table.getColumns().map((column) => column.getElement());
  elements[0].parentElement.closest("[role=row]").setAttribute("aria-rowindex", 1);

  elements.forEach((element, index) => {
    element.id = idOf(-1, index);
    element.setAttribute("aria-colindex", index + 1);
    if (!columns[index].sorts) element.removeAttribute("aria-sort");
    element.addEventListener("click", () => press(index));
    if (opens(index)) element.querySelector(".tabulator-col-content").append(opener(index));
  });

  function opener(index) {
    const button = document.createElement("button");
    Object.assign(button, { type: "button", className: "kc-open-header", textContent: "i", tabIndex: -1 });
    button.setAttribute("aria-label", label(model, "open_header", { column: columns[index].title }));
    button.addEventListener("click", (event) => {
      event.stopPropagation();
      open(index);
    });
    return button;
  }

  // Of the row's number and of what is remarked there is nothing more to know.
  function opens(index) {
    return model.get("opens_headers") && columns[index].editable;
  }

  function open(index) {
    if (opens(index)) model.send({ header: columns[index].field });
  }

  // Sorts by a column, upwards, downwards, and then as the rows stand in the file.
  function press(index) {
    if (!columns[index].sorts) return;
    const way = NEXT[elements[index].getAttribute("aria-sort")];
    elements.forEach((element, place) => columns[place].sorts && element.setAttribute("aria-sort", "none"));
    elements[index].setAttribute("aria-sort", way);
    rows.sortBy = way === "none" ? "" : columns[index].field;
    rows.descending = way === "descending";
    restart();
  }

  return { press, open };
}
