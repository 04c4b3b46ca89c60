#!/usr/bin/env python3
"""Prints which verdicts change with the solver's random seed: those of programs that hang by a thread.

usage: stability.py [--daphnia PATH] [--seeds N] FILE|FOLDER...

Each program is verified with the seeds 0 to N - 1. A declaration flips when it is proved with some seeds and not with
others; each is named with the seeds for which it is not. Their share of all declarations comes last.
"""
import argparse
import collections
import json
import subprocess

from measure import DAPHNIA, programs


def proved(daphnia, file, seed):
    """Of each declaration, by name and line, whether it is proved; nothing of a program that is rejected."""
    command = [daphnia, 'verify', '--format', 'json', '--refute-limit', '0', '--random-seed', str(seed), file]
    output = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False).stdout
    return {(file, each['name'], each['range']['start']['line']): each['verdict'] == 'proved'
            for document in json.loads(output)['files'] for each in document.get('declarations', [])}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('--daphnia', default=DAPHNIA)
    parser.add_argument('--seeds', type=int, default=10)
    parser.add_argument('paths', nargs='+')
    arguments = parser.parse_args()

    failed, proofs = collections.defaultdict(list), collections.Counter()
    declarations = 0
    for file in programs(arguments.paths):
        for seed in range(arguments.seeds):
            verdicts = proved(arguments.daphnia, file, seed)
            declarations += len(verdicts) if seed == 0 else 0
            for declaration, is_proved in verdicts.items():
                proofs[declaration] += is_proved
                if not is_proved:
                    failed[declaration].append(seed)
    flips = {declaration: seeds for declaration, seeds in failed.items() if proofs[declaration] > 0}
    for (file, name, line), seeds in sorted(flips.items()):
        print(f'{file}:{line}: {name} is not proved with the seeds {", ".join(map(str, seeds))}')
    share = 100 * len(flips) / max(1, declarations)
    print(f'{len(flips)} of {declarations} declarations flip over {arguments.seeds} seeds: {share:.2f} %')


if __name__ == '__main__':
    main()
