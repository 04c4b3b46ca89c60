#!/usr/bin/env python3
"""Prints percentiles of what the programs of some folders take, and of the ratio to Debian's dafny where there is one.

usage: folders.py [--daphnia PATH] [--runs N] [--no-dafny] FILE|FOLDER...

Each program is verified by itself, N times (the median counts), in turns with `dafny /compile:0` if it is installed. A
ratio is how many times as long dafny takes; there is one where both verify the program. The lines of the slowest
programs follow.
"""
import argparse
import shutil

from measure import DAPHNIA, dafny_command, dafny_verified, in_turn, median, programs

PERCENTILES = (10, 50, 90, 95, 99, 100)


def percentile(values, percent):
    """The smallest value that is not exceeded by so many of all values."""
    ordered = sorted(values)
    return ordered[max(0, -(-percent * len(ordered) // 100) - 1)]


def line(name, values, digits):
    return f'{name:<20}' + ''.join(f' {percentile(values, p):>10.{digits}f}' for p in PERCENTILES)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('--daphnia', default=DAPHNIA)
    parser.add_argument('--runs', type=int, default=3)
    parser.add_argument('--no-dafny', action='store_true', help='leave out dafny, which is slow')
    parser.add_argument('--slowest', type=int, default=10, help='so many programs are named')
    parser.add_argument('paths', nargs='+')
    arguments = parser.parse_args()
    dafny = None if arguments.no_dafny else shutil.which('dafny')

    found, codes, ratios = [], {}, []
    for file in programs(arguments.paths):
        commands = [[arguments.daphnia, 'verify', file]] + ([dafny_command(dafny, file)] if dafny else [])
        results = in_turn(commands, arguments.runs)
        cost = median([cost for cost, _, _ in results[0]])
        code = results[0][0][1]
        codes[code] = codes.get(code, 0) + 1
        found.append((cost, code, file))
        theirs = dafny_verified(results[1]) if dafny and code == 0 else []
        if theirs:
            ratios.append(median(theirs).wall / cost.wall)
    if not found:
        parser.error('there is no program')
    print(f'{len(found)} programs; exit codes: ' + ', '.join(f'{code}: {codes[code]}' for code in sorted(codes)))
    print(f'{"percentile":<20}' + ''.join(f' {"largest" if p == 100 else p:>10}' for p in PERCENTILES))
    print(line('wall ms', [cost.wall for cost, _, _ in found], 1))
    print(line('processor ms', [cost.processor for cost, _, _ in found], 1))
    print(line('page faults', [cost.faults for cost, _, _ in found], 0))
    if ratios:
        print(line(f'dafny ({len(ratios)})', ratios, 1))
    for cost, code, file in sorted(found, key=lambda entry: -entry[0].processor)[:arguments.slowest]:
        print(f'{cost.processor:>10.1f} ms {cost.faults:>8.0f} faults   exit {code}   {file}')


if __name__ == '__main__':
    main()
