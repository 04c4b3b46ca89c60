// What is known of each line, as icons beside it.
import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import type { GhostRanges, LineStatus } from './dialect';

const green = '#2da44e';
const red = '#e5534b';
const grey = '#8b949e';

function bar(colour: string, width: number, extra = ''): string {
  return `<rect x="${8 - width / 2}" y="0" width="${width}" height="16" fill="${colour}"/>${extra}`;
}

const cross =
  `<circle cx="8" cy="8" r="7" fill="${red}"/>` +
  '<path d="M5.2 5.2l5.6 5.6M10.8 5.2l-5.6 5.6" stroke="#fff" stroke-width="1.8" stroke-linecap="round"/>';

/** The dialect's numbers of what a line can be, with what is drawn for it. */
const drawings = new Map<number, string>([
  [1, `<circle cx="8" cy="8" r="2.5" fill="none" stroke="${grey}" stroke-width="1.2"/>`], // waits to be proved
  [2, `<circle cx="8" cy="8" r="3" fill="${grey}"/>`], // is being proved
  [200, bar(green, 4)], // of a declaration that is proved
  [250, bar(grey, 2)], // left out
  [300, bar(red, 2)], // of a declaration that is not proved
  [350, bar(red, 2, `<circle cx="8" cy="8" r="3.5" fill="${green}"/>`)], // an assertion in it that is proved
  [400, cross], // an assertion that is not proved
  [500, `<path d="M8 1.5L15 14H1z" fill="${red}"/><path d="M8 5.5v4M8 11v1.2" stroke="#fff" stroke-width="1.6"/>`],
]);

// From 200 to 499, the number after it stands for the same of an earlier text, and the next one while it is proved anew.
const opacities = [1, 0.35, 0.6];

function icon(drawing: string, opacity: number): vscode.Uri {
  const text =
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16" width="16" height="16"><g opacity="${opacity}">` +
    `${drawing}</g></svg>`;
  return vscode.Uri.parse(`data:image/svg+xml;base64,${Buffer.from(text).toString('base64')}`);
}

function decorationTypes(): Map<number, vscode.TextEditorDecorationType> {
  const result = new Map<number, vscode.TextEditorDecorationType>();
  for (const [state, drawing] of drawings) {
    const count = state >= 200 && state < 500 && state !== 250 ? opacities.length : 1;
    for (let i = 0; i < count; ++i) {
      result.set(
        state + i,
        vscode.window.createTextEditorDecorationType({
          isWholeLine: true,
          gutterIconPath: icon(drawing, opacities[i] ?? 1),
          gutterIconSize: 'contain',
          overviewRulerLane: vscode.OverviewRulerLane.Left,
          overviewRulerColor: state >= 400 ? red : undefined,
        }),
      );
    }
  }
  return result;
}

/** Runs of lines of the same state. */
function rangesByState(states: number[]): Map<number, vscode.Range[]> {
  const result = new Map<number, vscode.Range[]>();
  for (let line = 0; line < states.length; ) {
    const state = states[line] ?? 0;
    let end = line + 1;
    while (end < states.length && states[end] === state) {
      ++end;
    }
    result.set(state, [...(result.get(state) ?? []), new vscode.Range(line, 0, end - 1, 0)]);
    line = end;
  }
  return result;
}

export class Gutter implements vscode.Disposable {
  private readonly types = decorationTypes();
  private readonly ghost = vscode.window.createTextEditorDecorationType({ fontStyle: 'italic' });
  private readonly lines = new Map<string, LineStatus>();
  private readonly ghosts = new Map<string, GhostRanges>();
  private readonly watch = vscode.Disposable.from(
    vscode.window.onDidChangeVisibleTextEditors(() => this.draw()),
    vscode.workspace.onDidCloseTextDocument((document) => this.forget(document.uri.toString())),
  );

  public listen(client: LanguageClient): void {
    client.onNotification('dafny/verification/status/gutter', (params: LineStatus) => {
      this.lines.set(vscode.Uri.parse(params.uri).toString(), params);
      this.draw();
    });
    client.onNotification('dafny/ghost/diagnostics', (params: GhostRanges) => {
      this.ghosts.set(vscode.Uri.parse(params.uri).toString(), params);
      this.draw();
    });
  }

  public clear(): void {
    this.lines.clear();
    this.ghosts.clear();
    for (const editor of vscode.window.visibleTextEditors) {
      for (const type of [...this.types.values(), this.ghost]) {
        editor.setDecorations(type, []);
      }
    }
  }

  public dispose(): void {
    this.watch.dispose();
    this.ghost.dispose();
    for (const type of this.types.values()) {
      type.dispose();
    }
  }

  private forget(uri: string): void {
    this.lines.delete(uri);
    this.ghosts.delete(uri);
  }

  // What was said of another version stays away: the editor has moved what is drawn along with the text.
  private draw(): void {
    for (const editor of vscode.window.visibleTextEditors) {
      const { uri, version } = editor.document;
      const lines = this.lines.get(uri.toString());
      if (lines?.version === version) {
        const ranges = rangesByState(lines.perLineStatus);
        for (const [state, type] of this.types) {
          editor.setDecorations(type, ranges.get(state) ?? []);
        }
      }
      const ghosts = this.ghosts.get(uri.toString());
      if (ghosts?.version === version) {
        const ranges = ghosts.diagnostics.map(
          ({ range: { start, end } }) => new vscode.Range(start.line, start.character, end.line, end.character),
        );
        editor.setDecorations(this.ghost, ranges);
      }
    }
  }
}
