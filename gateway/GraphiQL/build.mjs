// Bundles GraphiQL into dist/, which the gateway embeds. The page must work on a machine that reaches no network but
// the gateway's, so editor, workers and font are all in the bundle, under names that carry their hash.
import { build } from 'esbuild';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { examplesIn } from './examples.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const dist = path.join(here, 'dist');

const shared = {
  absWorkingDir: here,
  bundle: true,
  minify: true,
  metafile: true,
  outdir: 'dist/assets',
  entryNames: '[name]-[hash]',
  chunkNames: '[name]-[hash]',
  assetNames: '[name]-[hash]',
  target: 'es2022',
  loader: { '.ttf': 'file' },
  jsx: 'automatic',
  define: { 'process.env.NODE_ENV': '"production"' },
  legalComments: 'none', // licences.txt has them, whole and once
  logLevel: 'warning',
};

/** The served address of the output file of that kind that an entry point became. */
function addressOf(result, entryPoint, extension) {
  for (const [file, output] of Object.entries(result.metafile.outputs)) {
    if (extension === '.css' && output.entryPoint === entryPoint) return output.cssBundle && served(output.cssBundle);
    if (output.entryPoint === entryPoint && file.endsWith(extension)) return served(file);
  }
  throw new Error(`${entryPoint} gave no ${extension} file`);
}

/** The licence texts of every package that went into the bundles: they must travel with the copies. */
async function licences(...results) {
  const inputs = results.flatMap((result) => Object.keys(result.metafile.inputs));
  const folders = new Set(inputs.map((file) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1]).filter(Boolean));
  const texts = [...folders].sort().map(async (folder) => {
    const { name, version, license } = JSON.parse(await readFile(path.join(here, folder, 'package.json'), 'utf8'));
    const file = (await readdir(path.join(here, folder))).find((entry) => /^licen[cs]e/i.test(entry));
    const text = file ? await readFile(path.join(here, folder, file), 'utf8') : '';
    return `${name} ${version} (${license})\n\n${text.trim()}\n`;
  });
  return (await Promise.all(texts)).join(`\n${'-'.repeat(80)}\n\n`);
}

const served = (file) => `/graphql/assets/${path.posix.basename(file)}`;

// The workers come first, because the page must know the names that they got.
const workers = {
  editor: 'node_modules/monaco-editor/esm/vs/editor/editor.worker.js',
  json: 'node_modules/monaco-editor/esm/vs/language/json/json.worker.js',
  graphql: 'node_modules/monaco-graphql/esm/graphql.worker.js',
};

await rm(dist, { recursive: true, force: true });
await mkdir(dist, { recursive: true });

const built = await build({ ...shared, entryPoints: Object.values(workers), format: 'iife' });
const addresses = Object.fromEntries(
  Object.entries(workers).map(([label, entryPoint]) => [label, addressOf(built, entryPoint, '.js')]));

const examples = examplesIn(await readFile(path.join(here, '../../docs/analysts.md'), 'utf8'));

const page = await build({
  ...shared,
  entryPoints: ['page/main.jsx'],
  format: 'esm',
  splitting: true,
  define: { ...shared.define, WORKER_ADDRESSES: JSON.stringify(addresses), EXAMPLES: JSON.stringify(examples) },
});

await writeFile(path.join(dist, 'assets/licences.txt'), await licences(built, page));

// Written last: a build that broke off leaves no page that MSBuild would take for a finished one.
const html = (await readFile(path.join(here, 'page/index.html'), 'utf8'))
  .replace('{{script}}', addressOf(page, 'page/main.jsx', '.js'))
  .replace('{{style}}', addressOf(page, 'page/main.jsx', '.css'));
await writeFile(path.join(dist, 'index.html'), html);
