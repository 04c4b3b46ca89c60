// One line about the program in the active editor.
import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { type CompilationStatus, ProofStatus, type SymbolStatus } from './dialect';

const troubles: Partial<Record<CompilationStatus['status'], string>> = {
  InternalException: '$(bug) a defect of Daphnia',
  ParsingFailed: '$(error) errors of syntax',
  ResolutionFailed: '$(error) errors of names or types',
};

function aboutProofs(symbols: SymbolStatus): string {
  const count = (...wanted: ProofStatus[]): number =>
    symbols.namedVerifiables.filter(({ status }) => wanted.includes(status)).length;
  const all = symbols.namedVerifiables.length;
  const busy = count(ProofStatus.Queued, ProofStatus.Running);
  const failed = count(ProofStatus.Error);
  const stale = count(ProofStatus.Stale);
  if (busy > 0) {
    return `$(sync~spin) proving ${busy} of ${all}`;
  }
  if (failed > 0) {
    return `$(error) ${failed} of ${all} not proved`;
  }
  if (stale > 0) {
    return `$(circle-outline) ${all - stale} of ${all} proved`;
  }
  return all === 0 ? '$(pass) nothing to prove' : `$(pass) ${all} proved`;
}

export class StatusBar implements vscode.Disposable {
  private readonly item = vscode.window.createStatusBarItem('daphnia.status', vscode.StatusBarAlignment.Left, 1);
  private readonly symbols = new Map<string, SymbolStatus>();
  private readonly compilations = new Map<string, CompilationStatus>();
  private server = '$(circle-slash) not running';
  private isRunning = false;
  private readonly watch = vscode.Disposable.from(
    vscode.window.onDidChangeActiveTextEditor(() => this.draw()),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => {
      this.symbols.delete(uri.toString());
      this.compilations.delete(uri.toString());
    }),
  );

  public constructor() {
    this.item.name = 'Daphnia';
    this.item.command = 'workbench.actions.view.problems';
    this.draw();
  }

  public listen(client: LanguageClient): void {
    client.onNotification('dafny/textDocument/symbolStatus', (params: SymbolStatus) => {
      this.symbols.set(vscode.Uri.parse(params.uri).toString(), params);
      this.draw();
    });
    client.onNotification('dafny/compilation/status', (params: CompilationStatus) => {
      this.compilations.set(vscode.Uri.parse(params.uri).toString(), params);
      this.draw();
    });
  }

  /** What is known of the server itself; of programs there is something to say only while it is running. */
  public setServer(isRunning: boolean, text: string): void {
    this.isRunning = isRunning;
    this.server = text;
    if (!isRunning) {
      this.symbols.clear();
      this.compilations.clear();
    }
    this.draw();
  }

  public dispose(): void {
    this.watch.dispose();
    this.item.dispose();
  }

  private draw(): void {
    const document = vscode.window.activeTextEditor?.document;
    if (document?.languageId !== 'dafny' || document.uri.scheme === 'daphnia') {
      this.item.hide();
      return;
    }
    const compilation = this.compilations.get(document.uri.toString());
    const symbols = this.symbols.get(document.uri.toString());
    const trouble = compilation && troubles[compilation.status];
    const state = !this.isRunning ? this.server : (trouble ?? (symbols ? aboutProofs(symbols) : '$(sync~spin) reading'));
    const [icon = '', ...words] = state.split(' ');
    this.item.text = `${icon} Daphnia: ${words.join(' ')}`;
    this.item.tooltip = this.isRunning ? this.server : undefined;
    this.item.show();
  }
}
