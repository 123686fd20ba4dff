// Builds the bundle that Python ships: `npm ci && npm run build` gives the same bytes on every machine.
import { readFileSync } from "node:fs";
import { build } from "esbuild";

const licence = readFileSync("node_modules/tabulator-tables/LICENSE", "utf8").trim().replaceAll("*/", "* /");

await build({
  entryPoints: { grid: "grid.js" },
  outdir: "../bundle",
  bundle: true,
  format: "esm",
  target: "es2022",
  minify: true,
  charset: "utf8",
  legalComments: "none",
  banner: { js: `/*! Contains Tabulator:\n${licence}\n*/` },
});
await build({ entryPoints: { grid: "grid.css" }, outdir: "../bundle", minify: true, charset: "utf8" });
