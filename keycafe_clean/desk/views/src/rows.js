// The rows as far as they were asked for, by their place in what is shown. Python answers with a block at a time.
export const BLOCK = 100;

// `changed(answer)` is called whenever rows have come; `first` in it says whether they replace all that was there.
export function askedRows(model, changed) {
  const me = Math.random().toString(36).slice(2);
  let blocks = new Map();
  let asked = new Set();
  let turn = 0; // each change of what is asked for begins a new one; answers to an earlier one are too late
  let filled = -1; // the turn that the blocks are of

  const rows = { total: 0, search: "", sortBy: "", descending: false, at, want, again };

  function at(place) {
    return blocks.get(Math.floor(place / BLOCK))?.[place % BLOCK];
  }

  function ask(block, count, rowId) {
    for (let number = block; number < block + count; number += 1) asked.add(number);
    const request = {
      kind: model.get("kind"),
      search: rows.search,
      sort_by: rows.sortBy,
      descending: rows.descending,
      offset: block * BLOCK,
      limit: count * BLOCK,
      row_id: rowId ?? null,
    };
    model.send({ ask: request, id: { me, turn, block } });
  }

  // Asks for the rows from one place to before another that are not there and not asked for.
  function want(first, last) {
    for (let block = Math.floor(first / BLOCK); block * BLOCK < Math.min(last, rows.total); block += 1) {
      if (!asked.has(block)) ask(block, 1);
    }
  }

  // Asks anew, at once for all that can be on screen from a place on; until it comes, what was there stays.
  function again(place, rowId) {
    turn += 1;
    asked = new Set();
    ask(Math.floor(place / BLOCK), 2, rowId);
  }

  function hear(message) {
    if (!message.block || message.id.me !== me || message.id.turn !== turn) return;
    const first = filled !== turn;
    if (first) blocks = new Map();
    filled = turn;
    rows.total = message.block.total;
    for (let start = 0; start < message.block.rows.length; start += BLOCK) {
      blocks.set(message.id.block + start / BLOCK, message.block.rows.slice(start, start + BLOCK));
    }
    changed({ first, place: message.block.place });
  }

  model.on("msg:custom", hear);
  rows.stop = () => model.off("msg:custom", hear);
  return rows;
}
