// A renderer for Tabulator: a few of its rows stand for as many as there are, each taken again where it is needed.
// Whether 50 rows or 50,000, the page holds those on screen and a few beside them.
import { Renderer } from "tabulator-tables";

export const ROW_HEIGHT = 41;
export const POOL = 120;
const MARGIN = 8;

// `source` has `total`, and `at(place)`: the row at a place from 0, or nothing while it is not there yet.
// `drawn(first, last)` is called after each drawing with the places on screen, the last one not included.
export function pooledRows(source, drawn) {
  return class PooledRows extends Renderer {
    verticalFillMode = "fill";
    first = 0;
    last = 0;
    height = 0;

    clearRows() {
      this.first = this.last = 0;
      this.tableElement.replaceChildren();
    }

    renderRows() {
      this.draw(true);
    }

    rerenderRows(callback) {
      callback?.();
      this.draw(true);
    }

    scrollRows() {
      this.draw(false);
    }

    visibleRows() {
      return [];
    }

    // Shows the rows at this place of scrolling; those that stay keep their elements, unless all are to be made anew.
    draw(anew) {
      const { height, elementVertical } = this;
      const top = Math.min(elementVertical.scrollTop, Math.max(source.total * ROW_HEIGHT - height, 0));
      const first = Math.max(Math.floor(top / ROW_HEIGHT) - MARGIN, 0);
      const end = Math.min(Math.ceil((top + height) / ROW_HEIGHT) + MARGIN, source.total);
      const last = Math.min(end, first + POOL);
      if (anew || first >= this.last || last <= this.first) this.clearRows();
      if (this.first === this.last) this.first = this.last = first;
      this.move(first, last);
      this.tableElement.style.paddingTop = `${first * ROW_HEIGHT}px`;
      this.tableElement.style.paddingBottom = `${(source.total - last) * ROW_HEIGHT}px`;
      drawn(first, last);
    }

    move(first, last) {
      while (this.first < first) this.take(this.first++);
      while (this.last > last) this.take(--this.last);
      while (this.first > first) this.tableElement.prepend(this.filled(--this.first));
      while (this.last < last) this.tableElement.append(this.filled(this.last++));
    }

    take(place) {
      this.rows()[place % POOL].getElement().remove();
    }

    filled(place) {
      const row = this.rows()[place % POOL];
      row.data = { place, row: source.at(place) };
      if (row.initialized) {
        for (const cell of row.cells) cell.layoutElement();
        this.table.options.rowFormatter(row.getComponent());
      } else row.initialize();
      return row.getElement();
    }

    // Fills in what has come of the rows that are shown already.
    fill() {
      for (let place = this.first; place < this.last; place += 1) {
        if (!this.rows()[place % POOL].data.row && source.at(place)) this.filled(place);
      }
    }

    resize() {
      this.height = this.elementVertical.clientHeight;
    }
  };
}
