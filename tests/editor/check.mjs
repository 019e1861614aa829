// What an editor shows of a map: starts the real yaml-language-server, opens an example and a broken map, and prints
// hover, completion and diagnostics as tables; with --accept it puts them into docs/editors.md.
//
//     npm install --prefix node_modules/editor --no-package-lock yaml-language-server
//     node tests/editor/check.mjs node_modules/editor --accept

import { spawn } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const installed = resolve(process.argv[2] ?? ".", "node_modules");
const require = createRequire(join(installed, "any.js"));
const { createMessageConnection, StreamMessageReader, StreamMessageWriter } = require("vscode-jsonrpc/node");

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const examples = join(root, "examples");
const page = join(root, "docs", "editors.md");
const MARK = "<!-- what tests/editor/check.mjs says -->\n";
const map = readFileSync(join(examples, "ecommerce-short.cjm.yaml"), "utf8");

const MODELINE = "# yaml-language-server: $schema=../schema/cjm.schema.json\n";

const HOVERS = [
  ["title:", "a key of the map"],
  ["persona:", "the persona"],
  ["reviewed:", "a day"],
  ["stages:", "the list of stages"],
  ["goal: Get", "a key of a stage"],
  ["expectations:", "a list of a stage"],
  ["touchpoints:", "a list of a stage"],
  ["channel: Instagram", "a key of a touchpoint"],
  ["severity: medium", "a key of a problem"],
  ["target: ", "a key of a KPI"],
  ["emotion: +1  ", "the emotion of a stage"],
];

const COMPLETIONS = [
  ["in the map", "cjm: 1\ntitle: T\nstages: [A]\n", ""],
  ["in a stage", "cjm: 1\ntitle: T\nstages:\n  - name: A\n", "    "],
  ["in a touchpoint", "cjm: 1\ntitle: T\nstages:\n  - name: A\n    touchpoints:\n      - name: B\n", "        "],
  ["in a problem", "cjm: 1\ntitle: T\nstages:\n  - name: A\n    problems:\n      - name: B\n", "        "],
  ["in a KPI", "cjm: 1\ntitle: T\nstages:\n  - name: A\n    kpis:\n      - name: B\n", "        "],
  ["in a tool", "cjm: 1\ntitle: T\nstages:\n  - name: A\n    tools:\n      - name: B\n", "        "],
  ["behind `state: `", "cjm: 1\ntitle: T\nstages: [A]\n", "state: "],
  ["behind `severity: `", "cjm: 1\ntitle: T\nstages:\n  - name: A\n    problems:\n      - name: B\n", "        severity: "],
  ["behind `emotion: `", "cjm: 1\ntitle: T\nstages:\n  - name: A\n", "    emotion: "],
  ["behind `moment_of_truth: `", "cjm: 1\ntitle: T\nstages:\n  - name: A\n    touchpoints:\n      - name: B\n", "        moment_of_truth: "],
];

const BROKEN = `${MODELINE}cjm: 1
stages:
  - name: Search
    gaol: Give an answer
    emotion: 5
    touchpoints:
      - chanel: webinar
    problems:
      - name: Too many ads
        severity: huge
    kpis:
      - name: Sign-ups
        target: [300]
review_every: often
`;

const server = spawn(process.execPath, [join(installed, "yaml-language-server", "bin", "yaml-language-server"), "--stdio"]);
const connection = createMessageConnection(new StreamMessageReader(server.stdout), new StreamMessageWriter(server.stdin));
const settings = {
  yaml: { validate: true, hover: true, completion: true, schemaStore: { enable: false } },
  http: {},
  editor: { tabSize: 2 },
};
const diagnosed = new Map();
connection.onRequest("workspace/configuration", ({ items }) => items.map(({ section }) => settings[section] ?? {}));
connection.onRequest("client/registerCapability", () => null);
connection.onNotification("textDocument/publishDiagnostics", ({ uri, diagnostics }) => diagnosed.get(uri)?.(diagnostics));
connection.listen();

let opened = 0;

/** Opens a text as a new file beside the examples; gives its address and what the server says of it. */
function open(text) {
  const uri = pathToFileURL(join(examples, `check-${++opened}.cjm.yaml`)).href;
  const diagnostics = new Promise((done) => diagnosed.set(uri, done));
  const textDocument = { uri, languageId: "yaml", version: 1, text };
  connection.sendNotification("textDocument/didOpen", { textDocument });
  return { uri, diagnostics };
}

function position(text, offset) {
  const before = text.slice(0, offset).split("\n");
  return { line: before.length - 1, character: before.at(-1).length };
}

/** Markdown of several lines in a cell of a table, without the address of the schema and with code set inline. */
function oneLine(markdown) {
  const [said] = markdown.split("Source: [");
  const inline = said.replaceAll(/^#+ (.*)$/gm, "**$1**").replaceAll(/```yaml\n([^]*?)\n```/g, "`$1`");
  return inline.replaceAll(/\s*\n\s*/g, " ").replaceAll("|", "\\|").trim();
}

const record = [];
const say = (line) => record.push(line);

async function hovers() {
  const { uri } = open(map);
  for (const [words, what] of HOVERS) {
    const place = position(map, map.indexOf(words) + 1);
    const hover = await connection.sendRequest("textDocument/hover", { textDocument: { uri }, position: place });
    const shown = hover ? (hover.contents.value ?? hover.contents) : "(nothing)";
    say(`| \`${words.trim()}\` (${what}) | ${oneLine(shown)} |`);
  }
}

async function completions() {
  for (const [where, before, line] of COMPLETIONS) {
    const text = `${MODELINE}${before}${line}`;
    const { uri, diagnostics } = open(text);
    await diagnostics;
    const place = position(text, text.length);
    const answer = await connection.sendRequest("textDocument/completion", { textDocument: { uri }, position: place });
    const labels = (answer.items ?? answer).map((item) => `\`${item.label}\``);
    say(`| ${where} | ${labels.join(" ") || "(nothing)"} |`);
  }
}

async function diagnostics() {
  const broken = open(BROKEN);
  const found = await broken.diagnostics;
  found.sort((one, other) => one.range.start.line - other.range.start.line);
  for (const { range, message } of found) {
    say(`| ${range.start.line + 1}:${range.start.character + 1} | ${oneLine(message)} |`);
  }
  say(`| the example | ${(await open(map).diagnostics).length || "none"} |`);
}

await connection.sendRequest("initialize", {
  processId: process.pid,
  rootUri: pathToFileURL(examples).href,
  capabilities: {
    workspace: { configuration: true },
    textDocument: {
      completion: { completionItem: { snippetSupport: true, documentationFormat: ["markdown"] } },
      hover: { contentFormat: ["markdown"] },
    },
  },
});
connection.sendNotification("initialized", {});
connection.sendNotification("workspace/didChangeConfiguration", { settings });
const { version } = require("yaml-language-server/package.json");
say(`yaml-language-server ${version} with Node.js ${process.versions.node}, and \`examples/ecommerce-short.cjm.yaml\`:`);
say("\n| hover over | shows |\n|---|---|");
await hovers();
say("\n| completion | offers |\n|---|---|");
await completions();
say(`\nDiagnostics of a broken map:\n\n\`\`\`yaml\n${BROKEN}\`\`\`\n`);
say("| place | diagnostic |\n|---|---|");
await diagnostics();
connection.dispose();
server.kill();
if (process.argv[3] === "--accept") {
  const [prose] = readFileSync(page, "utf8").split(MARK);
  writeFileSync(page, `${prose}${MARK}\n${record.join("\n")}\n`);
} else {
  console.log(record.join("\n"));
}
