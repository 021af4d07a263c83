// Builds the npm package and the site from sources and from what `cargo xtask` generates.
//
//   generated/runtime   amends.js, amends_bg.wasm, amends.d.ts    ──▶ element/dist   the package
//   generated/packs     NAME/program.amends, evidence.json,
//                       scenarios.json, phrases/*.ftl        ──▶ dist           the site, with a copy of the package
//   element/src/locales the interface in further languages        ──▶ both
//
// `node build.mjs [--from FOLDER] [--out FOLDER]`; the folders are `generated` and `dist` beside this file.

import { execFileSync } from "node:child_process";
import { cp, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { build, transform } from "esbuild";
import { minify } from "terser";

const here = (...parts) => join(fileURLToPath(new URL(".", import.meta.url)), ...parts);
const { values: folders } = parseArgs({
  options: { from: { type: "string", default: here("generated") }, out: { type: "string", default: here("dist") } },
});
const runtime = join(folders.from, "runtime");
const packaged = here("element", "dist");

/** Messages as pages read them: what is for translators stays in the sources. */
const bare = (messages) => messages.replace(/^#.*\n/gm, "").replace(/\n{2,}/g, "\n").trimStart();

/** Style sheets and messages are bundled as text, without blanks and comments; templates lose their indentation. */
const texts = {
  name: "texts",
  setup({ onLoad }) {
    onLoad({ filter: /element\/src\/style\/.*\.css$/ }, async ({ path }) => {
      const { code } = await transform(await readFile(path, "utf8"), { loader: "css", minify: true });
      return { contents: code, loader: "text" };
    });
    onLoad({ filter: /element\/src\/(view\/.*|panel)\.ts$/ }, async ({ path }) => {
      return { contents: (await readFile(path, "utf8")).replace(/\n\s+/g, "\n"), loader: "ts" };
    });
    onLoad({ filter: /runtime\/amends\.js$/ }, async ({ path }) => {
      // What disposes of a class keeps it in the bundle; only what disposes of programs is wanted.
      const disposing = /^if \(Symbol\.dispose\) (?!Program\.).*\n/gm;
      return { contents: (await readFile(path, "utf8")).replace(disposing, ""), loader: "js" };
    });
    onLoad({ filter: /\.ftl$/ }, async ({ path }) => ({ contents: bare(await readFile(path, "utf8")), loader: "text" }));
  },
};

const common = { bundle: true, format: "esm", target: "es2023", minify: true, legalComments: "none", logLevel: "warning" };

await Promise.all([packaged, folders.out].map((folder) => rm(folder, { recursive: true, force: true })));

// Element and program hold the glue, so that either is one file; the element's registration is a file of its own.
await build({
  ...common,
  entryPoints: { element: here("element/src/element.ts"), program: here("element/src/program.ts") },
  outdir: packaged,
  alias: { amends: join(runtime, "amends.js") },
  external: ["node:*"],
  plugins: [texts],
});
await build({ ...common, bundle: false, entryPoints: [here("element/src/define.ts")], outdir: packaged });
// What esbuild bundled and minified, terser makes three per cent smaller still.
for (const file of ["element.js", "program.js"].map((name) => join(packaged, name))) {
  const { code } = await minify(await readFile(file, "utf8"), { module: true, ecma: 2020, compress: { passes: 3 } });
  await writeFile(file, code);
}
await cp(join(runtime, "amends_bg.wasm"), join(packaged, "amends_bg.wasm"));
// English is in the bundle; a page fetches the language that it is in.
const locales = here("element/src/locales");
await mkdir(join(packaged, "locales"));
for (const name of (await readdir(locales)).filter((name) => name !== "en.ftl")) {
  await writeFile(join(packaged, "locales", name), bare(await readFile(join(locales, name), "utf8")));
}

// Types for editors, from the sources and from what wasm-bindgen wrote; a mistake of types ends the build.
run("tsc", ["--project", here("tsconfig.json"), "--noEmit"]);
run("tsc", ["--project", here("element/tsconfig.json")]);
await cp(join(runtime, "amends.d.ts"), join(packaged, "types", "amends.d.ts"));
for (const name of ["program.d.ts", "types.d.ts"]) {
  const file = join(packaged, "types", name);
  await writeFile(file, (await readFile(file, "utf8")).replaceAll('"amends"', '"./amends.js"'));
}
run("cem", ["analyze", "--litelement", "--globs", "src/panel.ts", "src/define.ts", "--outdir", "dist"], here("element"));

// The site has the package beside its own files, at any path below any host.
for (const file of ["define.js", "element.js", "program.js", "amends_bg.wasm", "locales"]) {
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
const page = await readFile(here("desk", "index.html"), "utf8");
await writeFile(join(folders.out, "index.html"), page.replace(/\n\s+/g, "\n"));

/** Runs a tool of the workspace; what it says on failure is shown. */
function run(tool, args, folder = here()) {
  execFileSync(here("node_modules", ".bin", tool), args, { cwd: folder, stdio: ["ignore", 2, "inherit"] });
}
