// Sources of the element as modules, for tests that need no browser.

import { build } from "esbuild";
import { fileURLToPath } from "node:url";

/** @param {string} name a file of `element/src`, without its ending */
export async function source(name) {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(`../../element/src/${name}.ts`, import.meta.url))],
    bundle: true,
    format: "esm",
    write: false,
    loader: { ".ftl": "text" },
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString("base64")}`);
}
