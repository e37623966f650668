import { svelte } from "@sveltejs/vite-plugin-svelte";
import { readFileSync } from "node:fs";
import { defineConfig, type Plugin } from "vite";

// The built page is committed: same source, same bytes. Content hashes are the only thing in a name that changes.
const BUNDLED = ["svelte", "d3-geo", "d3-array", "internmap", "topojson-client", "world-atlas"];

/** The licences of what the page is built from go with it. */
function licences(): Plugin {
  return {
    name: "licences",
    generateBundle() {
      const read = (name: string, file: string) => readFileSync(`node_modules/${name}/${file}`, "utf8");
      const file = (name: string) => (name === "svelte" ? "LICENSE.md" : "LICENSE");
      const source = BUNDLED.map((name) => `${name} ${(JSON.parse(read(name, "package.json")) as { version: string }).version}\n\n${read(name, file(name)).trim()}\n`).join("\n----\n\n");
      this.emitFile({ type: "asset", fileName: "licences.txt", source: `Country shapes: Natural Earth, public domain.\n\n----\n\n${source}` });
    },
  };
}

export default defineConfig({
  plugins: [svelte(), licences()],
  base: "/",
  build: {
    outDir: "../src/reportedly/web/static",
    emptyOutDir: true,
    target: "es2022",
    assetsInlineLimit: 0, // a data: address would need a weaker content policy
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 700,
    reportCompressedSize: true,
  },
  server: { proxy: { "/api": "http://127.0.0.1:8000" } },
});
