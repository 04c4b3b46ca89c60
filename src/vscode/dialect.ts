// The messages that Dafny's language server and Daphnia's have beyond the protocol.
import type { Position, Range } from 'vscode-languageclient/node';

export interface OfVersion {
  uri: string;
  version: number | null;
}

/** `dafny/textDocument/symbolStatus`: how far each declaration is. */
export interface SymbolStatus extends OfVersion {
  namedVerifiables: { nameRange: Range; status: ProofStatus }[];
}

export enum ProofStatus {
  Stale = 0,
  Queued = 1,
  Running = 2,
  Error = 4,
  Correct = 5,
}

/** `dafny/compilation/status`: how far the text is. */
export interface CompilationStatus extends OfVersion {
  status:
    | 'Parsing'
    | 'InternalException'
    | 'ParsingFailed'
    | 'ResolutionStarted'
    | 'ResolutionFailed'
    | 'ResolutionSucceeded';
}

/** `dafny/verification/status/gutter`: what is known of each line, see gutter.ts. */
export interface LineStatus extends OfVersion {
  perLineStatus: number[];
}

/** `dafny/ghost/diagnostics`: what is not there when the program runs. */
export interface GhostRanges extends OfVersion {
  diagnostics: { range: Range }[];
}

/** What `dafny/counterExample` answers: values at places, as `assume x == 3 && y == 4;`. */
export type CounterExample = { position: Position; assumption: string }[];
