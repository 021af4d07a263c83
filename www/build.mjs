// Builds the npm package and the site from sources and from what `cargo xtask` generates.
//
//   generated/runtime   amends.js, amends_bg.wasm, amends.d.ts    ──▶ element/dist   the package
//   generated/author    the same, to load on demand               ──▶ element/dist
//   generated/proofs    the same, to load on demand               ──▶ element/dist
//   generated/packs     NAME/program.amends, evidence.json,
//                       scenarios.json, phrases/*.ftl        ──▶ dist           the site, with a copy of the package
//   element/src/locales the interface in further languages        ──▶ both
//
// `node build.mjs [--from FOLDER] [--out FOLDER]`; the folders are `generated` and `dist` beside this file.

import { execFileSync } from "node:child_process";
import { cp, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { build, transform } from "esbuild";
import { minify } from "terser";

const here = (...parts) => join(fileURLToPath(new URL(".", import.meta.url)), ...parts);
const { values: folders } = parseArgs({
  options: { from: { type: "string", default: here("generated") }, out: { type: "string", default: here("dist") } },
});
/** The modules by the names that sources import: the folders where they were generated, and their files in the package. */
const modules = [
  { name: "amends", folder: join(folders.from, "runtime"), wasm: "amends_bg.wasm" },
  { name: "amends-author", folder: join(folders.from, "author"), wasm: "author_bg.wasm" },
  { name: "amends-proofs", folder: join(folders.from, "proofs"), wasm: "proofs_bg.wasm" },
];
const packaged = here("element", "dist");

/** Messages as pages read them: what is for translators stays in the sources. */
const bare = (messages) => messages.replace(/^#.*\n/gm, "").replace(/\n{2,}/g, "\n").trimStart();

/** Custom properties that are no host's business are numbered: how they are named in all sheets together. */
const OWN_PROPERTIES = /--(?!amends-)[a-z-]+/g;
const style = here("element/src/style");
const sheets = await Promise.all((await readdir(style)).toSorted().map((name) => readFile(join(style, name), "utf8")));
const properties = [...new Set(sheets.join("").match(OWN_PROPERTIES))];

/** Style sheets and messages are bundled as text, without blanks and comments; templates lose their indentation; icons are paths. */
const texts = {
  name: "texts",
  setup({ onLoad }) {
    onLoad({ filter: /element\/src\/style\/.*\.css$/ }, async ({ path }) => {
      const own = (await readFile(path, "utf8")).replace(OWN_PROPERTIES, (name) => `--${properties.indexOf(name)}`);
      const { code } = await transform(own, { loader: "css", minify: true });
      return { contents: code, loader: "text" };
    });
    onLoad({ filter: /element\/src\/(view\/.*|panel|foretell|reasons)\.ts$/ }, async ({ path }) => {
      return { contents: (await readFile(path, "utf8")).replace(/\n\s+/g, "\n"), loader: "ts" };
    });
    onLoad({ filter: /(runtime|proofs)\/amends\.js$/ }, async ({ path }) => {
      // What disposes of a class keeps it in the bundle; only what disposes of programs is wanted.
      const disposing = /^if \(Symbol\.dispose\) (?!Program\.|Proofs\.).*\n/gm;
      return { contents: (await readFile(path, "utf8")).replace(disposing, ""), loader: "js" };
    });
    onLoad({ filter: /lucide\/dist\/esm\/icons\/.*\.mjs$/ }, async ({ path }) => {
      // All of them come here, those that are used remain.
      const { default: shapes } = await import(pathToFileURL(path));
      return { contents: `export default ${JSON.stringify(shapes.map(outline).join(""))}`, loader: "js" };
    });
    onLoad({ filter: /\.ftl$/ }, async ({ path }) => ({ contents: bare(await readFile(path, "utf8")), loader: "text" }));
  },
};

/** A shape of an icon as a piece of one path: what every icon is then, and a template less for each shape. */
function outline([tag, { d = "", cx, cy, r }]) {
  if (tag === "circle") return `M${cx - r} ${cy}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0-${2 * r} 0`;
  if (tag !== "path") return `${tag}?`; // which is no path, and the browser says so
  // A path may begin relative to nothing; behind another it must not.
  return d.replace(/^m(-?[\d.]+)[ ,]?(-?[\d.]+)(?= ?([-\d.]?))/, (_, x, y, next) => `M${x} ${y}${next === "" ? "" : "l"}`);
}

const common = { bundle: true, format: "esm", target: "es2023", minify: true, legalComments: "none", logLevel: "warning" };

await Promise.all([packaged, folders.out].map((folder) => rm(folder, { recursive: true, force: true })));

/** Each holds the glue of its module, so that it is one file; the element's registration is a file of its own. */
const entries = ["element", "foretell", "reasons", "translation", "program", "author", "proofs"];
await build({
  ...common,
  entryPoints: entries.map((name) => here(`element/src/${name}.ts`)),
  outdir: packaged,
  alias: Object.fromEntries(modules.map(({ name, folder }) => [name, join(folder, "amends.js")])),
  external: ["node:*", "./foretell.js", "./proofs.js", "./reasons.js", "./translation.js"],
  plugins: [texts],
});
await build({ ...common, bundle: false, entryPoints: [here("element/src/define.ts")], outdir: packaged });
// What esbuild bundled and minified, terser makes three per cent smaller still; what begins so is between the parts of Lit or of Fluent.
const mangle = { properties: { regex: /^_[$a-z]/ } };
// To read a property changes nothing in any of them, nothing asks how many arguments a function takes, what is called by `new` is a
// class, and the glue of modules warns of a use of it that is not ours.
const compress = { passes: 3, pure_getters: true, unsafe_arrows: true, keep_fargs: false, lhs_constants: false, pure_funcs: ["console.warn"] };
for (const file of entries.map((name) => join(packaged, `${name}.js`))) {
  const { code } = await minify(await readFile(file, "utf8"), { module: true, ecma: 2020, compress, mangle });
  await writeFile(file, code);
}
for (const { folder, wasm } of modules) await cp(join(folder, "amends_bg.wasm"), join(packaged, wasm));
// English is in the bundle; a page fetches the language that it is in.
const locales = here("element/src/locales");
await mkdir(join(packaged, "locales"));
for (const name of (await readdir(locales)).filter((name) => !name.startsWith("en."))) {
  await writeFile(join(packaged, "locales", name), bare(await readFile(join(locales, name), "utf8")));
}

// Types for editors, from the sources and from what wasm-bindgen wrote; a mistake of types ends the build.
run("tsc", ["--project", here("tsconfig.json"), "--noEmit"]);
run("tsc", ["--project", here("element/tsconfig.json")]);
// Declarations are left out of checks elsewhere, for the sake of those of libraries.
const strictly = ["--ignoreConfig", "--noEmit", "--strict", "--target", "es2023", "--lib", "es2023,dom,esnext.disposable"];
run("tsc", [...strictly, ...modules.map(({ folder }) => join(folder, "amends.d.ts"))]);
const types = join(packaged, "types");
for (const { name, folder } of modules) await cp(join(folder, "amends.d.ts"), join(types, `${name}.d.ts`));
for (const name of ["program", "types", "author", "proofs"]) {
  const file = join(types, `${name}.d.ts`);
  await writeFile(file, (await readFile(file, "utf8")).replace(/"(amends(-\w+)?)"/g, '"./$1.js"'));
}
run("cem", ["analyze", "--globs", "src/panel.ts", "src/define.ts", "--outdir", "dist"], here("element"));

// The site has the package beside its own files, at any path below any host.
const bundles = ["define", ...entries].map((name) => `${name}.js`);
for (const file of [...bundles, ...modules.map(({ wasm }) => wasm), "locales"]) {
  await cp(join(packaged, file), join(folders.out, file), { recursive: true });
}
await cp(join(folders.from, "packs"), join(folders.out, "packs"), { recursive: true });
await build({
  ...common,
  entryPoints: { desk: here("desk/desk.ts"), page: here("desk/page.css") },
  outdir: folders.out,
  external: ["./define.js"],
});
for (const file of ["icon.svg", "texts"]) {
  await cp(here("desk", file), join(folders.out, file), { recursive: true });
}
// Nothing stands between the tags of the page that a reader sees, and few values need their quotes.
const page = (await readFile(here("desk", "index.html"), "utf8")).replace(/>\s+</g, "><").replace(/\n\s+/g, " ");
await writeFile(join(folders.out, "index.html"), page.replace(/ \/>/g, ">").replace(/="([\w./-]+)"/g, "=$1"));

/** Runs a tool of the workspace; what it says on failure is shown. */
function run(tool, args, folder = here()) {
  execFileSync(here("node_modules", ".bin", tool), args, { cwd: folder, stdio: ["ignore", 2, "inherit"] });
}
