// The rows of a run as a grid: Tabulator lays it out, Python has the rows and hears what is done with them.
import { FormatModule, Tabulator } from "tabulator-tables";
import { GridView } from "./grid_view.js";

Tabulator.registerModule([FormatModule]);

function render({ model, el }) {
  let view = null;

  // Other columns make another grid; before there is any there is none.
  const anew = () => {
    view?.remove();
    view = model.get("columns").length ? new GridView(model, el) : null;
  };

  anew();
  model.on("change:columns", anew);
  return () => {
    model.off("change:columns", anew);
    view?.remove();
  };
}

export default { render };
