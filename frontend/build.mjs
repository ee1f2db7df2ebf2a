// Builds what the browser gets into the package: a bundle for each module of src/, the typefaces, the outline of the world.
import { build } from "esbuild";
import { copyFileSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";

const OUT = "../src/riwaya/workbench/static/built";
const FACES = [
  ["noto-naskh-arabic", "Noto Naskh Arabic", ["400", "700"]],
  ["noto-sans-arabic", "Noto Sans Arabic", ["400", "700"]],
];
// Only Arabic comes from the package: Latin letters are the reader's own system's.
const RANGE = "U+0600-06FF,U+0750-077F,U+0870-08FF,U+200C-200E,U+2010-2011,U+204F,U+2E41,U+FB50-FDFF,U+FE70-FE74,U+FE76-FEFC";

rmSync(OUT, { recursive: true, force: true });
mkdirSync(OUT, { recursive: true });
const styles = [];
for (const [name, family, weights] of FACES) {
  for (const weight of weights) {
    const file = `${name}-arabic-${weight}-normal.woff2`;
    copyFileSync(`node_modules/@fontsource/${name}/files/${file}`, `${OUT}/${file}`);
    styles.push(
      `@font-face { font-family: "${family}"; font-weight: ${weight}; font-display: swap; src: url("${file}") format("woff2"); unicode-range: ${RANGE}; }`,
    );
  }
}
writeFileSync(`${OUT}/fonts.css`, styles.join("\n") + "\n");
copyFileSync("node_modules/world-atlas/countries-50m.json", `${OUT}/countries-50m.json`);
const modules = readdirSync("src").filter((name) => name.endsWith(".ts"));
await build({
  entryPoints: modules.map((name) => `src/${name}`),
  outdir: OUT,
  bundle: true,
  minify: true,
  format: "esm",
  target: "es2022",
  legalComments: "eof",
});
