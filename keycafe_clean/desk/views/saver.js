// The bytes come with the message and are gone with it: no link to an old file stays on the page.
function render({ model, el }) {
  el.hidden = true;
  const save = (told, buffers) => {
    const address = URL.createObjectURL(new Blob([buffers[0]], { type: told.type }));
    const link = document.createElement("a");
    link.href = address;
    link.download = told.name;
    el.append(link);
    link.click();
    link.remove();
    URL.revokeObjectURL(address);
  };
  model.on("msg:custom", save);
  return () => model.off("msg:custom", save);
}

export default { render };
