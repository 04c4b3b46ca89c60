#!/usr/bin/env python3
"""Prints how long the examples take, beside another build of Daphnia or Debian's dafny where it accepts the file.

usage: examples.py [--daphnia PATH] [--against PATH] [--runs N] [FILE|FOLDER...]

Per file: obligations; the wall and the processor time of the whole process in milliseconds (processor time does not
depend so much on what else the machine does), the pages that the system had to provide for it, and the part of the time
inside the solver; the same file with `dafny /compile:0`, and how many times as long that takes. With --against, the
processor time and the pages of the other build stand beside instead. All are medians of N runs, which take turns: both
meet the same machine. Then the median of the ratios, small programs, and the largest memory of a process.
"""
import argparse
import json
import os
import shutil
import statistics
import tempfile

from measure import DAPHNIA, ROOT, dafny_command, dafny_verified, in_turn, median, programs

SMALL = """method Sum(n: nat) returns (s: nat)
  ensures s == n * (n + 1) / 2
{
  s := 0;
  var i := 0;
  while i < n
    invariant 0 <= i <= n
    invariant s == i * (i + 1) / 2
  {
    i := i + 1;
    s := s + i;
  }
}

method Maximum(a: array<int>) returns (m: int)
  requires a.Length > 0
  ensures forall i :: 0 <= i < a.Length ==> a[i] <= m
{
  m := a[0];
  var k := 1;
  while k < a.Length
    invariant 1 <= k <= a.Length
    invariant forall i :: 0 <= i < k ==> a[i] <= m
  {
    if a[k] > m {
      m := a[k];
    }
    k := k + 1;
  }
}
"""


def verify(daphnia, file):
    return [daphnia, 'verify', '--format', 'json', file]


def row(name, file, arguments, dafny):
    """Prints the line of a file; its ratio, if there is one, and the largest memory."""
    other = verify(arguments.against, file) if arguments.against else dafny_command(dafny, file) if dafny else None
    results = in_turn([verify(arguments.daphnia, file)] + ([other] if other else []), arguments.runs)
    ours = median([cost for cost, _, _ in results[0]])
    documents = [json.loads(output) for _, _, output in results[0]]
    declarations = documents[0]['files'][0]['declarations']
    solver = statistics.median(
        1000 * sum(declaration['seconds'] for declaration in document['files'][0]['declarations'])
        for document in documents)
    obligations = sum(len(declaration['obligations']) for declaration in declarations)
    line = (f'{name:<34} {obligations:>11} {documents[0]["exit_code"]:>4} {ours.wall:>8.1f} {ours.processor:>8.1f} '
            f'{ours.faults:>7.0f} {solver:>9.1f}')
    ratio = None
    if arguments.against:
        theirs = median([cost for cost, _, _ in results[1]])
        ratio = theirs.processor / ours.processor
        line += f' {theirs.processor:>9.1f} {theirs.faults:>7.0f} {ratio:>6.2f}'
    elif other and (costs := dafny_verified(results[1])):
        theirs = median(costs)
        ratio = theirs.wall / ours.wall
        line += f' {theirs.wall:>9.0f} {theirs.faults:>7.0f} {ratio:>6.1f}'
    print(line, flush=True)
    return ratio, ours.memory


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('--daphnia', default=DAPHNIA)
    parser.add_argument('--against', help='another build of Daphnia, to compare with')
    parser.add_argument('--runs', type=int, default=5)
    parser.add_argument('paths', nargs='*', default=[os.path.join(ROOT, 'examples')])
    arguments = parser.parse_args()
    dafny = shutil.which('dafny')

    beside = 'other cpu' if arguments.against else 'dafny ms'
    print(f'{"file":<34} {"obligations":>11} {"exit":>4} {"wall ms":>8} {"cpu ms":>8} {"faults":>7} {"solver ms":>9} '
          f'{beside:>9} {"faults":>7} {"ratio":>6}')
    found = [row(os.path.relpath(file, ROOT), file, arguments, dafny) for file in programs(arguments.paths)]
    ratios = [ratio for ratio, _ in found if ratio]
    if ratios:
        print(f'median ratio: {statistics.median(ratios):.2f} over {len(ratios)} files')
    with tempfile.TemporaryDirectory() as folder:
        for name, text in (('empty file', ''), ('30 lines', SMALL)):
            path = os.path.join(folder, 'small.dfy')
            with open(path, 'w', encoding='utf-8') as out:
                out.write(text)
            found.append(row(name, path, arguments, None))
    print(f'largest memory of a process: {max(memory for _, memory in found):.0f} MB')


if __name__ == '__main__':
    main()
