// The program `daphnia`: where it is, and runs of it.
import { execFile } from 'node:child_process';
import * as path from 'node:path';
import * as vscode from 'vscode';

export function settings(): vscode.WorkspaceConfiguration {
  return vscode.workspace.getConfiguration('daphnia');
}

export function programPath(): string {
  return settings().get<string>('path')?.trim() || 'daphnia';
}

/** The folder that a document's includes and a run's files are relative to. */
export function folderOf(document: vscode.TextDocument): string | undefined {
  if (document.uri.scheme === 'file') {
    return path.dirname(document.uri.fsPath);
  }
  return vscode.workspace.workspaceFolders?.[0]?.uri.fsPath;
}

/** All that a run prints. Rejects if the program cannot be started; an exit code is no failure. */
export function output(commandLine: string[], input = '', folder?: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const options = { cwd: folder, maxBuffer: 1 << 28 };
    const child = execFile(programPath(), commandLine, options, (error, standardOutput, errorOutput) => {
      if (error !== null && typeof error.code !== 'number' && !error.signal) {
        reject(error);
      } else {
        resolve(standardOutput + errorOutput);
      }
    });
    child.stdin?.on('error', () => undefined); // it may end before it has read all
    child.stdin?.end(input);
  });
}

/** Its version; absent: it cannot be started, and the user knows how to get it. */
export async function version(): Promise<string | undefined> {
  try {
    const answer = (await output(['--version'])).trim();
    if (!answer.startsWith('daphnia ')) {
      throw new Error(answer === '' ? 'it does not say its version' : answer);
    }
    return answer;
  } catch (error) {
    const how = 'How to Get It';
    const where = 'Set Its Path';
    const reason = (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'it was not found' : (error as Error).message;
    void vscode.window
      .showErrorMessage(
        `Daphnia cannot be started as "${programPath()}": ${reason}. Install its package or build it, and set ` +
          'daphnia.path if it is not on PATH.',
        how,
        where,
      )
      .then((choice) => {
        if (choice === how) {
          void vscode.commands.executeCommand('extension.open', 'daphnia.daphnia');
        } else if (choice === where) {
          void vscode.commands.executeCommand('workbench.action.openSettings', 'daphnia.path');
        }
      });
    return undefined;
  }
}
