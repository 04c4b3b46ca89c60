#!/usr/bin/env python3
"""Prints how many loop iterations per second the interpreter runs, beside the same program compiled by Debian's dafny.

usage: interpreter.py [--daphnia PATH] [--runs N] [--size N]

An insertion sort of N numbers in falling order makes N * (N - 1) / 2 inner iterations. Start-up and verification are
taken off by a run that sorts nothing. With --no-verify the interpreter checks every contract and rule as it runs.
"""
import argparse
import os
import shutil
import statistics
import subprocess
import tempfile
import time

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
SORT = """method InsertionSort(a: array<int>)
  modifies a
{
  var i := 0;
  while i < a.Length
    invariant 0 <= i <= a.Length
  {
    var j := i;
    while j > 0 && a[j - 1] > a[j]
      invariant 0 <= j <= i < a.Length
    {
      a[j - 1], a[j] := a[j], a[j - 1];
      j := j - 1;
    }
    i := i + 1;
  }
}

method Main() {
  var n := SIZE;
  var a := new int[n];
  var i := 0;
  while i < n
    invariant 0 <= i <= n
  {
    a[i] := n - i;
    i := i + 1;
  }
  InsertionSort(a);
  if a.Length > 1 {
    print a[0], " ", a[1], "\\n";
  }
}
"""


def seconds(command, runs):
    """The median time of the command."""
    times = []
    for _ in range(runs):
        start = time.monotonic()
        subprocess.run(command, check=True, capture_output=True)
        times.append(time.monotonic() - start)
    return statistics.median(times)


def rate(command, size, runs, folder):
    """Inner iterations per second; `command` gives the command for a program's path."""
    full, empty = (write(folder, n) for n in (size, 0))
    busy = seconds(command(full), runs) - seconds(command(empty), runs)
    return size * (size - 1) / 2 / max(busy, 1e-9)


def write(folder, size):
    path = os.path.join(folder, f'sort{size}.dfy')
    with open(path, 'w', encoding='utf-8') as out:
        out.write(SORT.replace('SIZE', str(size)))
    return path


def compiled(path):
    target = path.replace('.dfy', '.exe')
    if not os.path.exists(target):
        subprocess.run(['dafny', '/compile:2', '/out:' + target, path], check=True, capture_output=True)
    return ['mono', target]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    os.environ['DAPHNIA_CACHE'] = 'off'
    parser.add_argument('--daphnia', default=os.path.join(ROOT, 'build', 'daphnia'))
    parser.add_argument('--runs', type=int, default=3)
    parser.add_argument('--size', type=int, default=1500)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        ways = [('run', lambda path: [arguments.daphnia, 'run', path]),
                ('run --no-verify', lambda path: [arguments.daphnia, 'run', '--no-verify', path])]
        if shutil.which('dafny') and shutil.which('mono'):
            ways.append(('dafny, compiled', compiled))
        rates = [(name, rate(command, arguments.size, arguments.runs, folder)) for name, command in ways]
        for name, value in rates:
            print(f'{name:<16} {value / 1e6:8.3f} million iterations per second {value / rates[0][1]:7.2f}')


if __name__ == '__main__':
    main()
