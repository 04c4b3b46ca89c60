// What the program says about a text, in documents that cannot be changed: what its stages make of it, and runs that fail.
import * as vscode from 'vscode';
import { folderOf, output } from './program';

interface Stage extends vscode.QuickPickItem {
  ending: string; // of the document's name, which decides about colours
  isOfDeclarations: boolean;
}

const stages: Stage[] = [
  { label: 'ast', description: 'the program as it was read', ending: 'dfy', isOfDeclarations: false },
  { label: 'typed', description: 'names resolved, types known, sugar gone', ending: 'dfy', isOfDeclarations: false },
  { label: 'ivl', description: 'assertions, assumptions and jumps', ending: 'txt', isOfDeclarations: true },
  { label: 'passive', description: 'the same without assignments', ending: 'txt', isOfDeclarations: true },
  { label: 'vc', description: 'the conditions to be proved', ending: 'txt', isOfDeclarations: true },
  { label: 'smt2', description: 'what the solver is given', ending: 'smt2', isOfDeclarations: true },
];

/** The qualified name of the declaration around a place. */
async function declarationAt(document: vscode.TextDocument, place: vscode.Position): Promise<string | undefined> {
  type Symbols = vscode.DocumentSymbol[] | undefined;
  let symbols: Symbols = await vscode.commands.executeCommand<Symbols>(
    'vscode.executeDocumentSymbolProvider',
    document.uri,
  );
  const names: string[] = [];
  while (symbols !== undefined) {
    const around: vscode.DocumentSymbol | undefined = symbols.find(({ range }) => range.contains(place));
    if (around !== undefined) {
      names.push(around.name);
    }
    symbols = around?.children;
  }
  return names.length === 0 ? undefined : names.join('.');
}

export class Inspections implements vscode.TextDocumentContentProvider, vscode.Disposable {
  private readonly texts = new Map<string, string>();
  private readonly changed = new vscode.EventEmitter<vscode.Uri>();
  public readonly onDidChange = this.changed.event;
  private readonly registration = vscode.workspace.registerTextDocumentContentProvider('daphnia', this);

  public provideTextDocumentContent(uri: vscode.Uri): string {
    return this.texts.get(uri.toString()) ?? '';
  }

  /** The output of `daphnia verify --dump`, of the declaration at the cursor if there is one. */
  public async dump(editor: vscode.TextEditor): Promise<void> {
    const place = editor.selection.active;
    const stage = await vscode.window.showQuickPick(stages, { title: 'What to show', matchOnDescription: true });
    if (stage !== undefined) {
      const name = stage.isOfDeclarations ? await declarationAt(editor.document, place) : undefined;
      await this.verify(editor.document, ['--dump', stage.label], name, `${stage.label}.${stage.ending}`);
    }
  }

  /** The runs that fail as tables of states. */
  public async trace(editor: vscode.TextEditor): Promise<void> {
    const name = await declarationAt(editor.document, editor.selection.active);
    await this.verify(editor.document, ['--trace'], name, 'trace.txt');
  }

  public dispose(): void {
    this.registration.dispose();
    this.changed.dispose();
  }

  // The text as it is in the editor, saved or not.
  private async verify(
    document: vscode.TextDocument,
    options: string[],
    name: string | undefined,
    title: string,
  ): Promise<void> {
    const filter = name === undefined ? [] : ['--filter-symbol', name];
    try {
      const text = await vscode.window.withProgress(
        { location: vscode.ProgressLocation.Window, title: 'Daphnia' },
        () => output(['verify', ...options, ...filter, '-'], document.getText(), folderOf(document)),
      );
      const file = document.uri.path.split('/').pop() ?? '';
      const path = `${document.uri.path}/${name === undefined ? '' : `${name}.`}${title}`;
      const uri = vscode.Uri.from({ scheme: 'daphnia', path: path.startsWith('/') ? path : `/${path}` });
      this.texts.set(uri.toString(), text.replaceAll('<stdin>', file));
      this.changed.fire(uri);
      const shown = await vscode.workspace.openTextDocument(uri);
      await vscode.window.showTextDocument(shown, { viewColumn: vscode.ViewColumn.Beside, preview: true });
    } catch (error) {
      void vscode.window.showErrorMessage(`Daphnia: ${error instanceof Error ? error.message : error}`);
    }
  }
}
