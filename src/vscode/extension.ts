// Daphnia in VS Code: starts the language server, and adds what is not in the protocol.
import * as vscode from 'vscode';
import { LanguageClient, State } from 'vscode-languageclient/node';
import { CounterExamples } from './counterexample';
import { Gutter } from './gutter';
import { Inspections } from './inspect';
import { folderOf, programPath, settings, version } from './program';
import { StatusBar } from './status';

class Extension implements vscode.Disposable {
  private readonly gutter = new Gutter();
  private readonly status = new StatusBar();
  private readonly counterExamples = new CounterExamples();
  private readonly inspections = new Inspections();
  private readonly log = vscode.window.createOutputChannel('Daphnia');
  private client: LanguageClient | undefined;
  private turn: Promise<void> = Promise.resolve(); // starts and stops go one after the other

  public restart(): Promise<void> {
    this.turn = this.turn.then(async () => {
      await this.stop();
      await this.start();
    });
    return this.turn;
  }

  public shutDown(): Promise<void> {
    this.turn = this.turn.then(() => this.stop());
    return this.turn;
  }

  public async verifySymbol(editor: vscode.TextEditor): Promise<void> {
    const client = this.running();
    const known = await client?.sendRequest<boolean>('dafny/textDocument/verifySymbol', {
      textDocument: { uri: client.code2ProtocolConverter.asUri(editor.document.uri) },
      position: client.code2ProtocolConverter.asPosition(editor.selection.active),
    });
    if (known === false) {
      void vscode.window.showInformationMessage('There is no declaration here that could be proved.');
    }
  }

  public async counterExample(editor: vscode.TextEditor): Promise<void> {
    const client = this.running();
    if (client !== undefined) {
      await this.counterExamples.toggle(client, editor);
    }
  }

  public dump(editor: vscode.TextEditor): Promise<void> {
    return this.inspections.dump(editor);
  }

  public trace(editor: vscode.TextEditor): Promise<void> {
    return this.inspections.trace(editor);
  }

  /** `daphnia run` or `daphnia test` in a terminal, without a shell. */
  public async runFile(command: 'run' | 'test', { document }: vscode.TextEditor): Promise<void> {
    if (!(await document.save()) || document.isUntitled) {
      void vscode.window.showInformationMessage(`Only a file that is saved can be ${command === 'run' ? 'run' : 'tested'}.`);
      return;
    }
    const execution = new vscode.ProcessExecution(programPath(), [command, document.uri.fsPath], {
      cwd: folderOf(document),
    });
    const task = new vscode.Task({ type: 'process' }, vscode.TaskScope.Workspace, command, 'daphnia', execution, []);
    task.presentationOptions = { clear: true, showReuseMessage: false };
    await vscode.tasks.executeTask(task);
  }

  public dispose(): void {
    for (const part of [this.gutter, this.status, this.counterExamples, this.inspections, this.log]) {
      part.dispose();
    }
  }

  private running(): LanguageClient | undefined {
    if (this.client?.state === State.Running) {
      return this.client;
    }
    void vscode.window.showWarningMessage('The server of Daphnia is not running.');
    return undefined;
  }

  private async start(): Promise<void> {
    const found = await version();
    if (found === undefined) {
      this.status.setServer(false, '$(circle-slash) not found');
      return;
    }
    const options = settings().get<string[]>('serverArguments') ?? [];
    const client = new LanguageClient(
      'daphnia',
      'Daphnia',
      {
        command: programPath(),
        args: ['server', '--notify-line-verification-status:true', '--notify-ghostness:true', ...options],
      },
      {
        documentSelector: [
          { language: 'dafny', scheme: 'file' },
          { language: 'dafny', scheme: 'untitled' },
          { pattern: '**/dfyconfig.toml', scheme: 'file' },
        ],
        outputChannel: this.log,
      },
    );
    this.client = client;
    this.gutter.listen(client);
    this.status.listen(client);
    client.onDidChangeState(({ newState }) => {
      this.status.setServer(newState === State.Running, newState === State.Running ? found : '$(circle-slash) not running');
      if (newState === State.Stopped) {
        this.gutter.clear();
      }
    });
    try {
      await client.start();
    } catch (error) {
      this.log.appendLine(String(error)); // the client has shown it
    }
  }

  private async stop(): Promise<void> {
    const client = this.client;
    this.client = undefined;
    try {
      await client?.dispose();
    } catch (error) {
      this.log.appendLine(String(error)); // it had not been running
    }
  }
}

let extension: Extension | undefined;

const otherExtension = 'dafny-lang.ide-vscode';

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const our = new Extension();
  extension = our;
  const onEditor = (command: string, action: (editor: vscode.TextEditor) => Promise<void>): vscode.Disposable =>
    vscode.commands.registerTextEditorCommand(command, (editor) => void action(editor));
  context.subscriptions.push(
    our,
    onEditor('daphnia.verifySymbol', (editor) => our.verifySymbol(editor)),
    onEditor('daphnia.counterExample', (editor) => our.counterExample(editor)),
    onEditor('daphnia.inspect', (editor) => our.dump(editor)),
    onEditor('daphnia.trace', (editor) => our.trace(editor)),
    onEditor('daphnia.run', (editor) => our.runFile('run', editor)),
    onEditor('daphnia.test', (editor) => our.runFile('test', editor)),
    vscode.commands.registerCommand('daphnia.restart', () => our.restart()),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('daphnia.path') || event.affectsConfiguration('daphnia.serverArguments')) {
        void our.restart();
      }
    }),
  );
  if (vscode.extensions.getExtension(otherExtension) !== undefined) {
    void vscode.window.showWarningMessage(
      `The extensions Daphnia and ${otherExtension} are both enabled: everything is shown twice. Disable one of them.`,
    );
  }
  await our.restart();
}

export function deactivate(): Promise<void> | undefined {
  return extension?.shutDown();
}
