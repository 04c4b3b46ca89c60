#!/usr/bin/env python3
"""Changes programs at random and verifies them with a cache and without: the reports must be equal.

usage: cache_edits.py [--daphnia PATH] [--edits N] [--seed N] [--batch N] [FILE|FOLDER...]

One cache serves all edits, so that each finds what the programs before it have left there. An edit changes an operator or
a number, or takes out or repeats a line. Everything is compared that a report says, but seconds and what came from the
cache; then each batch is verified once more from the cache alone. A difference that two runs without a cache have as well
(a time limit that ends one and not the other) is counted by itself. Exit code 1 when there is another one.
"""
import argparse
import json
import os
import random
import re
import subprocess
import tempfile

from measure import DAPHNIA, ROOT, programs

OPERATORS = {'<': '<=', '<=': '<', '>': '>=', '>=': '>', '==': '!=', '!=': '==', '+': '-', '-': '+', '*': '+', '&&': '||',
             '||': '&&', '==>': '<==>'}
OPERATOR = re.compile(r'(?<=\s)(' + '|'.join(sorted(map(re.escape, OPERATORS), key=len, reverse=True)) + r')(?=\s)')
LIMITED = re.compile('timed out|out of memory')  # by what differs from run to run: that is not kept
NUMBER = re.compile(r'(?<![\w.])\d{1,6}(?![\w.])')


def edit(text, chance):
    way = chance.randrange(4)
    if way < 2:
        places = list((OPERATOR if way == 0 else NUMBER).finditer(text))
        if places:
            place = chance.choice(places)
            word = OPERATORS[place[0]] if way == 0 else str(max(0, int(place[0]) + chance.choice((-1, 1))))
            return text[:place.start()] + word + text[place.end():]
    lines = text.split('\n')
    line = chance.randrange(len(lines))
    lines[line:line + 1] = [] if way == 2 else [lines[line], lines[line]]
    return '\n'.join(lines)


def without_times(node):
    if isinstance(node, dict):
        return {key: without_times(value) for key, value in node.items() if key not in ('seconds', 'cached', 'cache')}
    return [without_times(each) for each in node] if isinstance(node, list) else node


def reports(daphnia, folder, options):
    """Of each file what was found, and what was had from the cache. Units limit what is asked: no clock does, if it can be helped."""
    command = [daphnia, 'verify', '--format', 'json', '--resource-limit', '300000', '--verification-time-limit', '60',
               '--refute-limit', '100000'] + options + [folder]
    ended = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)
    if ended.stderr:
        raise SystemExit(ended.stderr.decode())
    document = json.loads(ended.stdout)
    return ({each['path']: without_times(each) for each in document['files']},
            document['summary'].get('cache', {'hits': 0, 'misses': 0, 'solver_starts': 0}))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--daphnia', default=DAPHNIA)
    parser.add_argument('--edits', type=int, default=200)
    parser.add_argument('--seed', type=int, default=1)
    parser.add_argument('--batch', type=int, default=100)
    parser.add_argument('paths', nargs='*', default=[os.path.join(ROOT, 'tests', 'suite', 'verify')])
    arguments = parser.parse_args()
    chance = random.Random(arguments.seed)
    texts = []
    for path in programs(arguments.paths):
        with open(path, encoding='utf-8', errors='surrogateescape') as source:
            text = source.read()
        if not re.search(r'^\s*include\b', text, re.M):
            texts.append(text)
    done = hits = misses = 0
    unequal, unsteady = [], []
    with tempfile.TemporaryDirectory() as scratch:
        cache = ['--cache-dir', os.path.join(scratch, 'cache'), '--cache']
        while done < arguments.edits:
            folder = tempfile.mkdtemp(dir=scratch)
            for i in range(min(arguments.batch, arguments.edits - done)):
                with open(os.path.join(folder, f'{done + i:06}.dfy'), 'w', encoding='utf-8', errors='surrogateescape') as out:
                    out.write(edit(chance.choice(texts), chance))
            fresh, _ = reports(arguments.daphnia, folder, ['--cache', 'off'])
            cached, used = reports(arguments.daphnia, folder, cache + ['write'])
            replayed, _ = reports(arguments.daphnia, folder, cache + ['replay'])
            hits, misses = hits + used['hits'], misses + used['misses']
            different = [path for path in fresh if fresh[path] != cached[path] or
                         (cached[path] != replayed[path] and not LIMITED.search(json.dumps(cached[path])))]
            again = reports(arguments.daphnia, folder, ['--cache', 'off'])[0] if different else {}
            for path in different:
                (unequal if fresh[path] == again[path] else unsteady).append(path)
                if fresh[path] == again[path]:
                    with open(path, encoding='utf-8', errors='surrogateescape') as source:
                        print(f'different: {path}\n{source.read()}')
            done += len(fresh)
    print(f'{done} edits with seed {arguments.seed}: {len(unequal)} reports differ with a cache, '
          f'{len(unsteady)} without one as well; {hits} hits, {misses} misses')
    return 1 if unequal else 0


if __name__ == '__main__':
    raise SystemExit(main())
