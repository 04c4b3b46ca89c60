#!/usr/bin/env python3
"""Prints how the cost of verification, and of a run, grows with one thing at a time: a row for each size, and the
exponent of the curve, the slope of the costs over the sizes on logarithmic scales.

usage: scaling.py [--daphnia PATH] [--runs N] [CURVE…]

A cost is the processor's time without that of an empty program, in milliseconds, the median of the runs; of `fields`
it is the size of the conditions of one method in bytes, too, which touches one field however many there are. An
exponent of 1 is a straight line. What takes less than a few milliseconds counts for nothing in the exponent.
"""
import argparse
import math
import os
import tempfile

import measure

NOISE = 5.0  # milliseconds: what costs less says nothing


def methods(n):
    return '\n'.join(f'method M{i}(x: int) returns (y: int)\n  requires x >= {i}\n  ensures y > {i}\n{{\n  y := x + 1;\n}}'
                     for i in range(n))


def assertions(n):
    lines = '\n'.join(f'  assert x + {i} <= y + {i};' for i in range(n))
    return f'method M(x: int, y: int)\n  requires x <= y\n{{\n{lines}\n}}'


def ifs(n):
    """What the ifs amount to is said after each: without, it takes as many cases as there are paths."""
    lines = '\n'.join(f'  if b{i} {{ x := x + 1; }} else {{ x := x + 2; }}\n  assert {i + 1} <= x <= {2 * i + 2};'
                      for i in range(n))
    parameters = ', '.join(f'b{i}: bool' for i in range(n))
    return f'method M({parameters}) returns (x: int)\n  ensures {n} <= x <= {2 * n}\n{{\n  x := 0;\n{lines}\n}}'


def fields(n):
    declared = '\n'.join(f'  var f{i}: int' for i in range(n))
    return (f'class C {{\n{declared}\n  method Touch()\n    modifies this\n    ensures f0 == old(f0) + 1\n  {{\n'
            f'    f0 := f0 + 1;\n  }}\n}}\nmethod Use(c: C, d: C)\n  requires c != d\n  modifies c\n'
            f'  ensures d.f0 == old(d.f0)\n{{\n  c.Touch();\n  c.Touch();\n  assert c.f0 == old(c.f0) + 2;\n}}')


def nesting(n):
    opened = ''.join('  ' * (i + 1) + f'if x > {i} {{\n' for i in range(n))
    closed = ''.join('  ' * (i + 1) + '}\n' for i in reversed(range(n)))
    return f'method M(x: int)\n{{\n{opened}{"  " * (n + 1)}assert x >= {n};\n{closed}}}'


def loops(n):
    loop = '  var i{0} := 0;\n  while i{0} < n\n    invariant 0 <= i{0} <= n\n  {{\n    i{0} := i{0} + 1;\n  }}\n'
    return (f'method M(n: nat)\n{{\n{"".join(loop.format(i) for i in range(n))}  assert i{n - 1} == n;\n}}')


def objects(n):
    return ('class Node {\n  var value: int\n  var next: Node?\n  constructor (v: int, n: Node?) {\n'
            '    value, next := v, n;\n  }\n}\nmethod Main() {\n  var first: Node? := null;\n'
            f'  for i := 0 to {n} {{\n    first := new Node(i, first);\n  }}\n  var count := 0;\n'
            '  while first != null\n    decreases *\n  {\n    first := first.next;\n    count := count + 1;\n  }\n'
            '  print count, "\\n";\n}\n').replace('method Main()', 'method Main()\n  decreases *\n')


# name: what is counted, the sizes, the command and the program of a size
CURVES = {
    'methods': ('methods in a file', [1, 10, 100, 300, 1000], ['verify'], methods),
    'assertions': ('assertions in a method', [1, 10, 50, 100, 200, 400], ['verify'], assertions),
    'ifs': ('ifs one after the other', [1, 5, 10, 20, 40, 60], ['verify'], ifs),
    'fields': ('fields of a class', [1, 10, 50, 100], ['verify'], fields),
    'nesting': ('ifs one in the other', [1, 10, 20, 40, 80], ['verify'], nesting),
    'loops': ('loops one after the other', [1, 5, 10, 20, 40], ['verify'], loops),
    'objects': ('objects in a run', [1000, 10000, 100000], ['run', '--no-verify'], objects),
}


def cost_of(daphnia, command, text, runs, folder):
    path = os.path.join(folder, 'program.dfy')
    with open(path, 'w') as file:
        file.write(text)
    costs = []
    for _ in range(runs):
        cost, code, output = measure.run([daphnia, *command, path])
        if code != 0:
            raise SystemExit(f'exit code {code} of {" ".join(command)}:\n{output[-1000:]}')
        costs.append(cost)
    return measure.median(costs), path


def condition_size(daphnia, path):
    """Of the method that touches one field: the text that the solver is asked."""
    _, _, output = measure.run([daphnia, 'verify', '--filter-symbol', 'C.Touch', '--dump', 'smt2', path])
    return len(output)


def exponent(points):
    points = [(math.log(size), math.log(cost)) for size, cost in points if cost > NOISE]
    if len(points) < 2:
        return None
    x = sum(p[0] for p in points) / len(points)
    y = sum(p[1] for p in points) / len(points)
    over = sum((p[0] - x) ** 2 for p in points)
    return sum((p[0] - x) * (p[1] - y) for p in points) / over


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--daphnia', default=measure.DAPHNIA)
    parser.add_argument('--runs', type=int, default=3)
    parser.add_argument('curves', nargs='*', default=list(CURVES), metavar='CURVE')
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        for name in options.curves:
            what, sizes, command, program = CURVES[name]
            empty = 'method Main() { }\n' if command[0] == 'run' else ''
            start, _ = cost_of(options.daphnia, command, empty, options.runs, folder)
            points = []
            rows = []
            for size in sizes:
                cost, path = cost_of(options.daphnia, command, program(size), options.runs, folder)
                spent = max(cost.processor - start.processor, 0.0)
                points.append((size, spent))
                row = f'  {size:>7,}  {spent:>9.1f} ms  {cost.memory:>7.0f} MB'
                if name == 'fields':
                    row += f'  {condition_size(options.daphnia, path):>9,} bytes'
                rows.append(row)
            slope = exponent(points)
            shown = 'too little to be told' if slope is None else f'{slope:.2f}'
            print(f'{what}: exponent {shown}')
            print('\n'.join(rows))


if __name__ == '__main__':
    main()
