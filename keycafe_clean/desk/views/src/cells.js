// What stands in a cell. Everything that comes from an export is set as text, never as HTML.
const SIGNS = { fix: "!", question: "?" };

// Gets a text of Python's with its blanks filled.
export function label(model, name, blanks = {}) {
  const text = model.get("labels")[name];
  return Object.entries(blanks).reduce((said, [blank, value]) => said.replaceAll(`{${blank}}`, () => value), text);
}

export function columnsOf(model, idOf) {
  return model.get("columns").map((column, index) => ({
    title: column.title,
    field: column.field,
    titleFormatter: () => document.createTextNode(column.title),
    formatter: (cell) => contents(model, column, index, cell, idOf),
    cssClass: `kc-${column.kind}`,
    minWidth: column.width,
    widthGrow: column.grow,
    ...(column.grow ? {} : { width: column.width, widthGrow: 0 }),
  }));
}

function contents(model, column, index, cell, idOf) {
  const { place, row } = cell.getData();
  const element = cell.getElement();
  element.id = idOf(place, index);
  element.setAttribute("aria-colindex", index + 1);
  element.setAttribute("aria-readonly", `${!column.editable || !row || row.fixed}`);
  if (!row) return document.createTextNode("…");
  const text = row.cells[column.field] ?? "";
  const mark = row.marks.find((one) => (column.kind === "remark" ? true : one.column === column.field));
  const shown = document.createElement("span");
  shown.className = "kc-cell-text";
  shown.textContent = text;
  shown.title = (column.kind === "remark" && mark?.sentence) || text;
  if (!mark) return shown;
  const marked = document.createElement("span");
  marked.className = column.kind === "remark" ? "kc-chip" : "kc-marked";
  marked.append(sign(model, mark), shown);
  return marked;
}

function sign(model, mark) {
  const made = document.createElement("span");
  made.className = `kc-mark kc-mark-${mark.severity}`;
  made.setAttribute("role", "img");
  made.setAttribute("aria-label", label(model, mark.severity));
  made.title = mark.sentence;
  made.textContent = SIGNS[mark.severity];
  return made;
}
