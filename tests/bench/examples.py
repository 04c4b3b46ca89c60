#!/usr/bin/env python3
"""Prints how long the examples take, beside Debian's dafny where it accepts the file.

usage: examples.py [--daphnia PATH] [--runs N] [FILE|FOLDER...]

Per file: obligations, the whole process (median of N runs, in milliseconds), the part of it inside the solver, the same
file with `dafny /compile:0` (median of N runs, alternating with the others, so that both meet the same machine), and
how many times as long that takes. Then the median of these ratios, small programs, and the largest memory of a process.
"""
import argparse
import json
import os
import shutil
import statistics
import subprocess
import tempfile
import time

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
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


def programs(paths):
    for path in paths:
        if os.path.isdir(path):
            for here, _, names in sorted(os.walk(path)):
                yield from (os.path.join(here, name) for name in sorted(names) if name.endswith('.dfy'))
        else:
            yield path


def timed(command):
    """Milliseconds, peak memory in MB and output of one run."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    output = process.stdout.read().decode('utf-8', 'replace')
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return 1000 * (time.perf_counter() - start), usage.ru_maxrss / 1024, output


def measure(file, daphnia, dafny, runs):
    ours, theirs, solver, memory = [], [], [], 0
    for _ in range(runs):
        milliseconds, peak, output = timed([daphnia, 'verify', '--format', 'json', file])
        ours.append(milliseconds)
        memory = max(memory, peak)
        document = json.loads(output)
        declarations = document['files'][0]['declarations']
        solver.append(1000 * sum(declaration['seconds'] for declaration in declarations))
        if dafny:
            milliseconds, _, output = timed([dafny, '/compile:0', '/nologo', file])
            if ' 0 errors' in output:
                theirs.append(milliseconds)
            else:
                dafny = None
    obligations = sum(len(declaration['obligations']) for declaration in declarations)
    return (obligations, document['exit_code'], statistics.median(ours), statistics.median(solver),
            statistics.median(theirs) if dafny and theirs else None, memory)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('--daphnia', default=os.path.join(ROOT, 'build', 'daphnia'))
    parser.add_argument('--runs', type=int, default=5)
    parser.add_argument('paths', nargs='*', default=[os.path.join(ROOT, 'examples')])
    arguments = parser.parse_args()
    dafny = shutil.which('dafny')

    print(f'{"file":<34} {"obligations":>11} {"exit":>4} {"process ms":>10} {"solver ms":>9} {"dafny ms":>8} {"ratio":>6}')
    ratios, memory = [], 0
    for file in programs(arguments.paths):
        obligations, code, ours, solver, theirs, peak = measure(file, arguments.daphnia, dafny, arguments.runs)
        memory = max(memory, peak)
        beside = f'{theirs:8.0f} {theirs / ours:6.1f}' if theirs else f'{"-":>8} {"-":>6}'
        print(f'{os.path.relpath(file, ROOT):<34} {obligations:>11} {code:>4} {ours:>10.1f} {solver:>9.1f} {beside}')
        if theirs:
            ratios.append(theirs / ours)
    if ratios:
        print(f'median ratio: {statistics.median(ratios):.1f} over {len(ratios)} files')
    with tempfile.TemporaryDirectory() as folder:
        for name, text in (('empty file', ''), ('30 lines', SMALL)):
            path = os.path.join(folder, 'small.dfy')
            with open(path, 'w', encoding='utf-8') as out:
                out.write(text)
            _, code, ours, solver, _, peak = measure(path, arguments.daphnia, None, arguments.runs)
            print(f'{name:<34} {"":>11} {code:>4} {ours:>10.1f} {solver:>9.1f}   {peak:.0f} MB')
    print(f'largest memory of a process: {memory:.0f} MB')


if __name__ == '__main__':
    main()
