// VS Code itself, as a server for a browser, with an extension that uses `daphnia server`: a file with an error is
// opened, mended and broken again, and what the window shows is looked at. What it saw is printed, and kept in pictures.
//
//   tests/server/vscode_tools.sh build/vscode
//   node tests/server/vscode.js --tools build/vscode --daphnia build/daphnia --extension src/vscode/dist/daphnia.vsix
//
// With --dafny the extension is Dafny's own. Exit code 77: something that this needs is not there.
'use strict';
const { spawn, spawnSync } = require('node:child_process');
const fs = require('node:fs');
const net = require('node:net');
const os = require('node:os');
const path = require('node:path');
const { parseArgs } = require('node:util');

const { values: options } = parseArgs({
  options: {
    tools: { type: 'string' },
    daphnia: { type: 'string' },
    extension: { type: 'string' },
    dafny: { type: 'boolean', default: false },
    pictures: { type: 'string' },
    browser: { type: 'string', default: '/usr/bin/chromium' },
    verbose: { type: 'boolean', default: false },
  },
});

function skip(reason) {
  console.log(`skipped: ${reason}`);
  process.exit(77);
}

for (const name of ['tools', 'daphnia', 'extension']) {
  if (options[name] === undefined) {
    console.error(`--${name} is missing`);
    process.exit(2);
  }
}
const vscode = path.resolve(options.tools, 'code-server/lib/vscode');
for (const needed of [vscode, path.resolve(options.tools, 'node_modules/playwright-core'), options.browser,
  options.extension, options.daphnia]) {
  if (!fs.existsSync(needed)) {
    skip(`there is no ${needed}`);
  }
}
const { chromium } = require(path.resolve(options.tools, 'node_modules/playwright-core'));

const patience = 60000; // milliseconds, for anything to be seen
const startPatience = 240000; // for VS Code to be there
const home = fs.mkdtempSync(path.join(os.tmpdir(), 'daphnia-vscode-'));
const pictures = path.resolve(options.pictures ?? path.join(options.tools, 'pictures'));

const program = `// The largest element of an array.
method Maximum(a: array<int>) returns (m: int)
  requires a.Length > 0
  ensures forall i :: 0 <= i < a.Length ==> a[i] <= m
{
  m := a[0];
  var k := 1;
  while k < a.Length
    invariant forall i :: 0 <= i < k ==> a[i] <= m
  {
    if a[k] > m {
      m := a[k];
    }
    k := k + 1;
  }
}

ghost function Sum(n: nat): nat {
  if n == 0 then 0 else n + Sum(n - 1)
}

lemma Gauss(n: nat)
  ensures 2 * Sum(n) == n * (n + 1)
{
}
`;

// In the status bar.
const notProved = options.dafny ? /Could not prove Maximum|Could not prove/ : /1 of 3 not proved/;
const allProved = options.dafny ? /Verification Succeeded/ : /Daphnia: 3 proved/;
const namesAreWrong = options.dafny ? /Resolution (failed|error)|skipped 1/i : /errors of names or types/;

let failures = 0;
function check(what, holds, seen = '') {
  failures += holds ? 0 : 1;
  console.log(`${holds ? 'ok    ' : 'FAILED'} ${what}${seen === '' ? '' : `: ${seen}`}`);
}

function freePort() {
  return new Promise((resolve) => {
    const server = net.createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

function settings() {
  const common = {
    'workbench.startupEditor': 'none',
    'telemetry.telemetryLevel': 'off',
    'window.commandCenter': false,
    'workbench.tips.enabled': false,
    'editor.minimap.enabled': false,
    'editor.stickyScroll.enabled': false,
    'extensions.ignoreRecommendations': true,
    'workbench.colorTheme': 'Default Light Modern',
    'editor.accessibilitySupport': 'off',
  };
  if (!options.dafny) {
    return { ...common, 'daphnia.path': path.resolve(options.daphnia), 'daphnia.serverArguments': ['--cache:off'] };
  }
  // The extension wants .NET for Dafny, and asks this.
  const dotnet = path.join(home, 'dotnet');
  fs.writeFileSync(dotnet, '#!/bin/sh\necho "Microsoft.NETCore.App 8.0.0 [/x]"\n', { mode: 0o755 });
  return {
    ...common,
    'dafny.version': 'custom',
    'dafny.cliPath': path.resolve(options.daphnia),
    'dafny.dotnetExecutablePath': dotnet,
  };
}

async function startServer() {
  const extensions = path.join(home, 'extensions');
  const data = path.join(home, 'data');
  const main = path.join(vscode, 'out/server-main.js');
  const folders = ['--extensions-dir', extensions, '--server-data-dir', data, '--accept-server-license-terms'];
  const installed = spawnSync('node', [main, '--install-extension', path.resolve(options.extension), ...folders], {
    encoding: 'utf8',
  });
  check('the extension is installed', installed.stdout.includes('successfully installed'));
  fs.mkdirSync(path.join(data, 'data/Machine'), { recursive: true });
  fs.writeFileSync(path.join(data, 'data/Machine/settings.json'), JSON.stringify(settings()));
  const port = await freePort();
  const server = spawn('node',
    [main, '--host', '127.0.0.1', '--port', String(port), '--without-connection-token', '--telemetry-level', 'off',
      ...folders], { stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  const log = fs.createWriteStream(path.join(home, 'server.log'));
  server.stdout.pipe(log);
  server.stderr.pipe(log);
  for (let i = 0; i < 300; ++i) {
    try {
      await fetch(`http://127.0.0.1:${port}/version`);
      break;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  return { server, port };
}

class Window {
  constructor(page) {
    this.page = page;
  }

  async until(condition) {
    const end = Date.now() + patience;
    while (Date.now() < end) {
      const found = await condition();
      if (found) {
        return found;
      }
      await this.page.waitForTimeout(50);
    }
    return false;
  }

  async status() {
    const texts = await this.page.locator('.statusbar-item').allTextContents();
    return texts.map((text) => text.trim()).filter((text) => text !== '').join(' | ');
  }

  untilStatus(part) {
    return this.until(async () => (await this.status()).match(part));
  }

  squiggles(kind = 'error') {
    return this.page.locator(`.squiggly-${kind}`).count();
  }

  /** How many lines have an icon, and of how many kinds these are. */
  async icons() {
    const classes = await this.page.locator('.glyph-margin-widgets > div').evaluateAll((all) =>
      all.map((each) => `${each.className} ${getComputedStyle(each).backgroundImage}`)
        .filter((text) => text.includes('url(')));
    return { lines: classes.length, kinds: new Set(classes).size };
  }

  async goTo(line, column = 1) {
    await this.page.keyboard.press('Control+g');
    await this.page.keyboard.type(`${line}:${column}`);
    await this.page.keyboard.press('Enter');
    await this.page.waitForTimeout(200);
  }

  async command(title) {
    await this.page.keyboard.press('F1');
    await this.page.waitForSelector('.quick-input-widget input', { timeout: patience });
    await this.page.keyboard.type(title);
    await this.page.locator('.quick-input-list .monaco-list-row').first().waitFor({ timeout: patience });
    await this.page.waitForTimeout(400);
    await this.page.keyboard.press('Enter');
  }

  async hoverAt(line, column) {
    await this.goTo(line, column);
    await this.command('Show or Focus Hover');
    const content = this.page.locator('.monaco-hover-content').first();
    try {
      await content.waitFor({ timeout: 10000 });
    } catch {
      return '';
    }
    await this.until(async () => !(await content.textContent()).includes('Loading'));
    return (await this.page.locator('.monaco-hover-content').allTextContents()).join(' ').trim();
  }

  async escape() {
    await this.page.keyboard.press('Escape');
    await this.page.keyboard.press('Escape');
  }

  async picture(name) {
    fs.mkdirSync(pictures, { recursive: true });
    const file = path.join(pictures, `${options.dafny ? 'dafny' : 'daphnia'}-${name}.png`);
    await this.page.screenshot({ path: file });
    console.log(`       picture: ${file}`);
  }
}

async function editing(window) {
  check('an error is underlined', await window.until(() => window.squiggles()));
  check('the status says that it is not proved',
    await window.untilStatus(notProved), await window.status());
  const icons = await window.icons();
  check('lines have icons of different kinds', icons.lines > 10 && icons.kinds >= 3, JSON.stringify(icons));
  await window.picture('error');

  const why = await window.hoverAt(9, program.split('\n')[8].indexOf('a[i]') + 3);
  check('a hover shows why it is not proved', why.includes('invariants permit'), why.slice(0, 300));
  await window.picture('why');
  await window.escape();
  const hover = await window.hoverAt(2, 10);
  check('a hover shows the contract', hover.includes('requires a.Length > 0'), hover.slice(0, 300));
  await window.picture('hover');
  await window.escape();

  await window.goTo(8, 99);
  await window.page.keyboard.press('End');
  await window.page.keyboard.press('Enter');
  await window.page.keyboard.type('  invariant k <= a.Length');
  check('the error goes when it is mended', await window.until(async () => (await window.squiggles()) === 0));
  check('the status says that all is proved',
    await window.untilStatus(allProved), await window.status());
  await window.until(async () => (await window.icons()).kinds === 1);
  check('the icons say so, too', (await window.icons()).kinds === 1, JSON.stringify(await window.icons()));
  await window.picture('mended');

  await window.goTo(27, 1);
  await window.page.keyboard.type('method Broken() { var x: int := y; ');
  check('the status says that names are wrong', await window.untilStatus(namesAreWrong), await window.status());
  check('an unknown name is underlined', await window.until(() => window.squiggles()));
  await window.picture('names');
  await window.page.keyboard.press('Control+Shift+K');
  check('it goes with the line', await window.until(async () => (await window.squiggles()) === 0));
  check('all is proved again', await window.untilStatus(allProved), await window.status());
}

async function commands(window) {
  const editors = () => window.page.locator('.editor-instance').count();
  const shown = (part) =>
    window.until(async () => {
      const texts = await window.page.locator('.view-lines').allTextContents();
      return texts.join('\n').replace(/\u00a0/g, ' ').match(part);
    });
  await window.goTo(12, 5);
  await window.command('Daphnia: Verify This Declaration');
  check('a declaration is proved by command', await window.untilStatus(allProved), await window.status());
  await window.command('Daphnia: Show What the Solver Sees');
  await window.page.waitForTimeout(500);
  await window.page.keyboard.type('ivl');
  await window.page.keyboard.press('Enter');
  const isBeside = await window.until(async () => (await editors()) === 2);
  check('what the solver sees is shown', isBeside && (await shown(/havoc/)));
  await window.picture('inspect');
  await window.page.keyboard.press('Control+1');
  await window.goTo(9, 1);
  await window.page.keyboard.press('Control+Shift+K');
  check('an error is underlined without the line', await window.until(() => window.squiggles()));
  await window.command('Daphnia: Trace Failing Runs');
  check('a trace is shown', await shown(/because: the invariants permit/));
  await window.picture('trace');
  await window.page.keyboard.press('Control+1');
  await window.goTo(9, 1);
  await window.command('Daphnia: Restart the Server');
  await window.page.waitForTimeout(500);
  const isBack = (await window.until(() => window.squiggles())) && (await window.untilStatus(notProved));
  check('after a restart the error is there', isBack, await window.status());
  await window.command('Daphnia: Show or Hide the Counterexample');
  await window.page.waitForTimeout(1500);
  await window.picture('counterexample');
}

async function main() {
  const folder = path.join(home, 'workspace');
  fs.mkdirSync(folder);
  const file = path.join(folder, 'maximum.dfy');
  fs.writeFileSync(file, program);
  const { server, port } = await startServer();
  const browser = await chromium.launch({ executablePath: options.browser, args: ['--no-sandbox'] });
  try {
    const page = await (await browser.newContext({ viewport: { width: 1200, height: 720 } })).newPage();
    if (options.verbose) {
      page.on('console', (message) => console.log('       console:', message.text().slice(0, 300)));
    }
    const payload = JSON.stringify([['openFile', `vscode-remote://127.0.0.1:${port}${file}`]]);
    await page.goto(`http://127.0.0.1:${port}/?folder=${folder}&payload=${encodeURIComponent(payload)}`, {
      timeout: startPatience,
    });
    const window = new Window(page);
    await page.waitForSelector('.monaco-workbench', { timeout: startPatience });
    await page.getByRole('button', { name: /Yes, I trust/ }).click({ timeout: startPatience });
    await editing(window);
    if (!options.dafny) {
      await commands(window);
    }
    const notes = await page.locator('.notification-list-item-message').allTextContents();
    check('nothing is complained of', notes.every((note) => !/dafny|daphnia/i.test(note)), JSON.stringify(notes));
  } finally {
    await browser.close();
    process.kill(-server.pid);
  }
  fs.rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  process.exit(failures === 0 ? 0 : 1);
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
