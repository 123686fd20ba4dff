// One grid on the page: table, cursor, search and count, kept in step with the rows that Python has.
import { Tabulator } from "tabulator-tables";
import { columnsOf } from "./cells.js";
import { Cursor } from "./cursor.js";
import { editCell } from "./editing.js";
import { layOut, say } from "./frame.js";
import { headersOf } from "./headers.js";
import { POOL, ROW_HEIGHT, pooledRows } from "./pooled_rows.js";
import { askedRows } from "./rows.js";

const TYPING = 150; // milliseconds without a key after which a search begins, or a row counts as chosen
const SETTLING = 40; // and without scrolling after which rows are asked for

function later(act, milliseconds) {
  let timer;
  return (...given) => {
    clearTimeout(timer);
    timer = setTimeout(() => act(...given), milliseconds);
  };
}

// What scrolls is the grid: it takes the focus, so that keys scroll it too, and the headers belong to it. Tabulator has
// them in one element around both.
function asGrid(table, name) {
  const holder = table.querySelector(".tabulator-tableholder");
  const [headers, body] = table.querySelectorAll("[role=rowgroup]");
  headers.id = `${name}-headers`;
  table.removeAttribute("role");
  table.removeAttribute("aria-owns");
  holder.setAttribute("role", "grid");
  holder.setAttribute("aria-owns", `${headers.id} ${body.id}`);
  return holder;
}

export class GridView {
  isBuilt = false;
  isGone = false;
  stopEditing = null;

  constructor(model, el) {
    Object.assign(this, { model, el, labels: model.get("labels"), columns: model.get("columns") });
    this.name = `kc-${Math.random().toString(36).slice(2)}`;
    this.frame = layOut(el, this.labels);
    this.rows = askedRows(model, (answer) => this.arrived(answer));
    this.want = later(this.rows.want, SETTLING);
    this.chooseLater = later((place) => this.choose(place), TYPING);
    this.build();
    this.follow();
  }

  idOf = (place, column) => `${this.name}-${place < 0 ? "h" : place}-${column}`;

  build() {
    this.table = new Tabulator(this.frame.table, {
      columns: columnsOf(this.model, this.idOf),
      data: Array.from({ length: POOL }, (_, id) => ({ id })),
      height: "100%",
      layout: "fitColumns",
      rowHeight: ROW_HEIGHT,
      nestedFieldSeparator: false,
      renderVertical: pooledRows(this.rows, (first, last) => this.drawn(first, last)),
      rowFormatter: (row) => this.formatRow(row),
    });
    this.table.on("tableBuilt", () => (this.isGone ? this.table.destroy() : this.built()));
  }

  built() {
    const { model, rows, table, idOf } = this;
    this.renderer = table.rowManager.renderer;
    this.holder = asGrid(this.frame.table, this.name);
    this.holder.setAttribute("aria-colcount", this.columns.length);
    this.holder.setAttribute("aria-label", model.get("label"));
    this.headers = headersOf({ model, table, rows, idOf, restart: () => this.restart() });
    this.cursor = new Cursor(this);
    this.isBuilt = true;
    this.listen();
    this.restart();
  }

  // Follows what Python says, and the space that there is.
  follow() {
    this.heard = {
      "msg:custom": (message) => message.do === "refresh" && this.refresh(),
      "change:kind": () => this.restart(),
      "change:label": () => this.holder?.setAttribute("aria-label", this.model.get("label")),
      "change:chosen": () => this.redraw(),
    };
    for (const [event, act] of Object.entries(this.heard)) this.model.on(event, act);
    this.size = new ResizeObserver(() => requestAnimationFrame(() => this.isBuilt && this.table.redraw()));
    this.size.observe(this.el);
  }

  remove() {
    for (const [event, act] of Object.entries(this.heard)) this.model.off(event, act);
    this.size.disconnect();
    this.rows.stop();
    this.isGone = true;
    if (this.isBuilt) this.table.destroy();
  }

  listen() {
    const { frame, holder, el } = this;
    const grid = frame.table;
    const cellAt = (event) => event.target.closest(".tabulator-cell");
    const placeOf = (cell) => cell.id.split("-").slice(-2).map(Number);
    grid.addEventListener("keydown", (event) => {
      if (event.target === holder && this.press(event)) event.preventDefault();
    });
    grid.addEventListener("mousedown", (event) => {
      if (event.target.closest("input, button") || !event.target.closest("[role=row]")) return;
      event.preventDefault();
      holder.focus({ preventScroll: true });
      if (cellAt(event)) this.cursor.point(...placeOf(cellAt(event)));
    });
    // Whoever moves off a row before letting go chooses nothing.
    grid.addEventListener("mouseup", (event) => {
      const cell = cellAt(event);
      if (cell && placeOf(cell)[0] === this.cursor.place) this.choose(this.cursor.place);
    });
    grid.addEventListener("dblclick", (event) => cellAt(event) && this.edit());
    holder.addEventListener("scroll", () => this.stopEditing && !this.cursor.isOnScreen() && this.stopEditing());
    frame.search.addEventListener("input", later(() => this.seek(frame.search.value), TYPING));
    frame.clear.addEventListener("click", () => {
      frame.search.value = "";
      frame.search.focus();
      this.seek("");
    });
    // No key that is pressed here is a command of the notebook.
    el.addEventListener("keydown", (event) => event.stopPropagation());
  }

  // Does what a key stands for in the grid; tells whether it stands for anything.
  press(event) {
    const key = event.key.toLowerCase();
    if (this.cursor.press(event)) return true;
    const tells = (event.ctrlKey || event.metaKey) && { z: event.shiftKey ? "redo" : "undo", y: "redo" }[key];
    if (tells) this.model.send({ key: tells });
    else if (key === "enter" && event.shiftKey) this.headers.open(this.cursor.column);
    else if (key === "enter" || key === "f2") this.enter();
    else if (key === " ") this.choose(this.cursor.place);
    else return false;
    return true;
  }

  enter() {
    if (this.cursor.place < 0) this.headers.press(this.cursor.column);
    else this.edit();
  }

  edit() {
    const { place, column: index, cell } = this.cursor;
    const [row, column] = [this.rows.at(place), this.columns[index]];
    if (this.stopEditing || !row || row.fixed || !column.editable || !cell) return;
    const text = row.cells[column.field] ?? "";
    const saved = (value) => {
      row.cells[column.field] = value;
      this.model.send({ edit: { row_id: row.row_id, column: column.field, value } });
    };
    const done = (step, keepsFocus) => {
      this.stopEditing = null;
      this.redraw();
      if (keepsFocus) this.holder.focus({ preventScroll: true });
      if (step) this.cursor.go(place, index + step);
    };
    this.stopEditing = editCell(cell, { label: column.title, text, saved, done });
  }

  choose(place) {
    const row = this.rows.at(place);
    if (!row || row.row_id === this.model.get("chosen")) return;
    this.model.send({ choose: row.row_id });
  }

  seek(text) {
    if (this.rows.search === text.trim()) return;
    this.rows.search = text.trim();
    this.restart();
  }

  // Asks for other rows, from the first one on.
  restart() {
    if (!this.isBuilt) return;
    this.holder.scrollTop = 0;
    if (this.cursor.place > 0) this.cursor.place = 0;
    this.rows.again(0);
  }

  // Asks for the same rows once more: there may be more or fewer of them now, and other cells.
  refresh() {
    if (!this.isBuilt) return;
    const first = Math.floor(this.holder.scrollTop / ROW_HEIGHT);
    this.rows.again(first, this.rows.at(this.cursor.place)?.row_id);
  }

  arrived({ first, place }) {
    if (!first) {
      if (!this.stopEditing) this.renderer.fill();
      return;
    }
    this.holder.setAttribute("aria-rowcount", this.rows.total + 1);
    say(this.frame, this.labels, this.model.get("none"), this.rows);
    if (place !== null && this.cursor.place >= 0) this.keepInPlace(place);
    else this.cursor.place = Math.min(this.cursor.place, Math.max(this.rows.total - 1, 0));
    this.redraw();
  }

  // Keeps the row of the cursor where it is on screen, though it has another place now.
  keepInPlace(place) {
    const by = (place - this.cursor.place) * ROW_HEIGHT;
    this.cursor.place = place;
    if (!by || this.holder.scrollTop === 0) return;
    this.redraw();
    this.holder.scrollTop += by;
  }

  // Makes the rows on screen anew. A cell that is being edited is left alone: that is done when it is saved.
  redraw() {
    if (this.isBuilt && !this.stopEditing) this.renderer.draw(true);
  }

  drawn(first, last) {
    this.want(first, last);
    this.cursor?.show();
  }

  formatRow(row) {
    const { place, row: shown } = row.getData();
    const element = row.getElement();
    element.setAttribute("aria-rowindex", place + 2);
    element.setAttribute("aria-selected", `${Boolean(shown) && shown.row_id === this.model.get("chosen")}`);
  }
}
