// The values of a counterexample, behind the lines where variables have them.
import * as vscode from 'vscode';
import { type LanguageClient, ResponseError } from 'vscode-languageclient/node';
import type { CounterExample } from './dialect';

const methodNotFound = -32601;

export class CounterExamples implements vscode.Disposable {
  private readonly type = vscode.window.createTextEditorDecorationType({
    after: { margin: '0 0 0 2em', color: new vscode.ThemeColor('editorCodeLens.foreground'), fontStyle: 'italic' },
  });
  private shown: vscode.TextDocument | undefined;
  // Values are of the text that failed, so they go with the first change.
  private readonly watch = vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
    if (document === this.shown && contentChanges.length > 0) {
      this.hide();
    }
  });

  public async toggle(client: LanguageClient, editor: vscode.TextEditor): Promise<void> {
    if (this.shown === editor.document) {
      this.hide();
      return;
    }
    const { uri, version } = editor.document;
    try {
      const found = await client.sendRequest<CounterExample | null>('dafny/counterExample', {
        textDocument: { uri: client.code2ProtocolConverter.asUri(uri) },
        counterExampleDepth: 5,
      });
      if (editor.document.version !== version) {
        return;
      }
      if (found === null || found.length === 0) {
        void vscode.window.showInformationMessage('No run is known that fails.');
        return;
      }
      this.show(editor, found);
    } catch (error) {
      const unknown = error instanceof ResponseError && error.code === methodNotFound;
      const reason = unknown ? 'this server has no counterexamples' : error instanceof Error ? error.message : error;
      void vscode.window.showWarningMessage(`No counterexample: ${reason}.`);
    }
  }

  public dispose(): void {
    this.watch.dispose();
    this.type.dispose();
  }

  private show(editor: vscode.TextEditor, found: CounterExample): void {
    const lines = new Map<number, string[]>();
    for (const { position, assumption } of found) {
      const values = assumption.replace(/^assume\s+/, '').replace(/;\s*$/, '');
      lines.set(position.line, [...(lines.get(position.line) ?? []), values]);
    }
    const decorations = [...lines].map(([line, values]) => {
      const end = editor.document.lineAt(Math.min(line, editor.document.lineCount - 1)).range.end;
      return { range: new vscode.Range(end, end), renderOptions: { after: { contentText: values.join(', ') } } };
    });
    this.hide();
    editor.setDecorations(this.type, decorations);
    this.shown = editor.document;
  }

  private hide(): void {
    for (const editor of vscode.window.visibleTextEditors) {
      editor.setDecorations(this.type, []);
    }
    this.shown = undefined;
  }
}
