// The cell that the keys are about. The grid itself keeps the focus and names this cell, so that rows may come and go.
import { ROW_HEIGHT } from "./pooled_rows.js";

const HEADER = -1;

export class Cursor {
  place = 0;
  column = 0;

  constructor(view) {
    this.view = view;
  }

  get cell() {
    return document.getElementById(this.view.idOf(this.place, this.column));
  }

  isOnScreen() {
    const top = this.place * ROW_HEIGHT - this.view.holder.scrollTop;
    return top > -ROW_HEIGHT && top < this.view.holder.clientHeight;
  }

  // Marks the cell, and names it to a screen reader.
  show() {
    const { holder, frame } = this.view;
    const { cell } = this;
    for (const other of frame.table.querySelectorAll(".kc-active")) if (other !== cell) other.classList.remove("kc-active");
    cell?.classList.add("kc-active");
    if (cell) holder.setAttribute("aria-activedescendant", cell.id);
    else holder.removeAttribute("aria-activedescendant");
  }

  // Moves to a place and column, and takes the row for chosen soon.
  go(place, column) {
    const from = this.place;
    this.point(place, column);
    if (from !== this.place) this.view.chooseLater(this.place);
  }

  // Moves there as far as there are any, and scrolls as little as brings it on screen.
  point(place, column) {
    this.place = Math.max(HEADER, Math.min(place, this.view.rows.total - 1));
    this.column = Math.max(0, Math.min(column, this.view.columns.length - 1));
    this.reveal();
    this.show();
  }

  reveal() {
    const { holder, renderer } = this.view;
    const [top, before] = [this.place * ROW_HEIGHT, holder.scrollTop];
    if (this.place >= 0 && top < before) holder.scrollTop = top;
    else if (top + ROW_HEIGHT > before + holder.clientHeight) holder.scrollTop = top + ROW_HEIGHT - holder.clientHeight;
    if (holder.scrollTop !== before) renderer.draw(false);
    if (this.cell) holder.scrollLeft += beyond(this.cell, holder);
  }

  // Moves by a key; tells whether it is one that moves.
  press(event) {
    const { place, column, view } = this;
    const jumps = event.ctrlKey || event.metaKey;
    const last = view.rows.total - 1;
    const page = Math.max(Math.floor(view.holder.clientHeight / ROW_HEIGHT) - 1, 1);
    const ways = {
      ArrowUp: [jumps ? 0 : place - 1, column],
      ArrowDown: [jumps ? last : place + 1, column],
      ArrowLeft: [place, column - 1],
      ArrowRight: [place, column + 1],
      PageUp: [Math.max(place - page, 0), column],
      PageDown: [place + page, column],
      Home: [jumps ? 0 : place, 0],
      End: [jumps ? last : place, view.columns.length - 1],
    };
    if (event.altKey || !ways[event.key]) return false;
    this.go(...ways[event.key]);
    return true;
  }
}

// By how much a cell stands out of the table, to the left (less than 0) or to the right.
function beyond(cell, holder) {
  const [inner, outer] = [cell.getBoundingClientRect(), holder.getBoundingClientRect()];
  if (inner.left < outer.left) return inner.left - outer.left;
  return Math.max(0, Math.min(inner.right - outer.right, inner.left - outer.left));
}
