#!/usr/bin/env python3
"""Types in programs that are open in a language server, and says how long it takes until the server knows.

usage: typing.py [--daphnia PATH] [--rounds N] [--cache MODE] [FILE...]

In each program a loop, an invariant and a lemma are typed, key after key, something is renamed, an assertion is put into
methods that are there, a brace is taken out and put back, and a comment is written. From the last key of a line or edit to
- resolved: what the text means, its static errors among that;
- own: the verdict of the declaration that was edited;
- all: the verdicts of all.
Milliseconds: median, 95 of 100, worst.
"""
import argparse
import os
import pathlib
import sys
import tempfile
import time

from measure import DAPHNIA, ROOT

sys.path.insert(0, str(pathlib.Path(ROOT) / 'tests' / 'server'))
from client import Client  # noqa: E402

PROGRAMS = [f'examples/{name}.dfy' for name in (
    'classics/insertion_sort', 'classics/queue', 'classics/object_tree', 'classics/history', 'classics/matrix',
    'classics/comparator', 'classics/linked_list', 'packets/frames', 'packets/end_to_end', 'packets/links')]
BETWEEN_KEYS = 0.02  # seconds
LOOP = ['method Typed(n: nat) returns (s: nat)\n', '  ensures s == n\n', '{\n', '  s := 0;\n', '  while s < n\n', '    invariant s <= n\n',
        '  {\n', '    s := s + 1;\n', '  }\n', '}\n']
LEMMA = ['lemma TypedToo(a: int, b: int)\n', '  ensures (a + b) * (a + b) == a * a + 2 * a * b + b * b\n', '{\n', '}\n']


class Typist:
    def __init__(self, client, path):
        self.client = client
        self.text = pathlib.Path(path).read_text(encoding='utf-8')
        if not self.text.endswith('\n'):
            self.text += '\n'
        self.uri = client.open(path, self.text)
        self.took = {}
        self.rest()

    def place(self, offset):
        line = self.text.count('\n', 0, offset)
        return {'line': line, 'character': offset - self.text.rfind('\n', 0, offset) - 1}

    def replace(self, begin, end, new):
        change = {'range': {'start': self.place(begin), 'end': self.place(end)}, 'text': new}
        self.text = self.text[:begin] + new + self.text[end:]
        return self.client.change(self.uri, [change])

    def rest(self):
        if not self.client.wait_for(lambda: self.client.is_at_rest(self.uri), 120):
            raise SystemExit(f'no rest after two minutes: {self.client.symbols[self.uri]}')

    def type(self, kind, offset, words):
        """Key after key; each line is measured from its last key on."""
        for key in words:
            version = self.replace(offset, offset, key)
            offset += len(key)
            if key == '\n':
                self.measure(kind, version, offset - 2)
            else:
                self.client.hear(BETWEEN_KEYS)
        return offset

    def measure(self, kind, version, offset):
        start = time.perf_counter()
        since = lambda: 1000 * (time.perf_counter() - start)
        client, uri = self.client, self.uri
        line = self.place(offset)['line']

        def own_is_known():
            symbols = client.symbols[uri]['namedVerifiables']
            around = [each for each in symbols if each['nameRange']['start']['line'] <= line]
            return client.symbols[uri]['version'] == version and around and around[-1]['status'] in (4, 5)

        client.wait_for(lambda: client.status[uri]['version'] == version)
        times = self.took.setdefault(kind, {'resolved': [], 'own': [], 'all': []})
        times['resolved'].append(since())
        if client.status[uri]['status'] == 'ResolutionSucceeded':
            client.wait_for(own_is_known)
            times['own'].append(since())
            self.rest()
            times['all'].append(since())
        else:
            self.rest()

    def edit(self, kind, begin, end, new):
        self.measure(kind, self.replace(begin, end, new), begin)

    def rename(self, name, new):
        offset = self.text.index(name)
        changes = self.client.request('textDocument/rename', {
            'textDocument': {'uri': self.uri}, 'position': self.place(offset), 'newName': new})['changes'][self.uri]
        at = lambda place: sum(len(each) + 1 for each in self.text.split('\n')[:place['line']]) + place['character']
        for change in sorted(changes, key=lambda each: at(each['range']['start']), reverse=True):
            version = self.replace(at(change['range']['start']), at(change['range']['end']), change['newText'])
        self.measure('renaming', version, offset)


def sequences(typist, round_number):
    end = len(typist.text)
    typist.type('a loop', end, ''.join(LOOP))
    typist.type('an invariant', typist.text.index('  {\n', typist.text.index('while s < n\n')), '    invariant 0 <= s\n')
    typist.type('a lemma', len(typist.text), ''.join(LEMMA))
    typist.rename('Typed(', f'Renamed{round_number}')
    typist.edit('taken back', end, len(typist.text), '')
    openings = [i for i in range(len(typist.text)) if typist.text.startswith('\n  {\n', i) or typist.text.startswith('\n{\n', i)]
    for number, opening in enumerate(openings[:6]):
        brace = typist.text.index('{', opening)
        typist.edit('a method that is there', brace + 1, brace + 1, f' assert {number} < {number + 1 + round_number};')
        typist.edit('a method that is there', brace + 1, typist.text.index(';', brace) + 1, '')
        typist.edit('a brace', brace, brace + 1, '')
        typist.edit('a brace', brace, brace, '{')
        typist.edit('a comment', brace + 1, brace + 1, ' // here\n')
        typist.edit('a comment', brace + 1, brace + 1 + len(' // here\n'), '')


def line(name, times):
    times = sorted(times)
    if not times:
        return
    print(f'{name:<34} {len(times):5} times  median {times[len(times) // 2]:7.1f}  p95 '
          f'{times[int(len(times) * 0.95)]:7.1f}  worst {times[-1]:7.1f}')


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--daphnia', default=DAPHNIA)
    parser.add_argument('--rounds', type=int, default=1)
    parser.add_argument('--cache', default='off')
    parser.add_argument('--pause', default='20')
    parser.add_argument('paths', nargs='*', default=[os.path.join(ROOT, name) for name in PROGRAMS])
    arguments = parser.parse_args()
    took = {}
    with tempfile.TemporaryDirectory() as folder:
        for path in arguments.paths:
            cache = [f'--cache:{arguments.cache}'] + ([] if arguments.cache == 'off' else [f'--cache-dir:{folder}'])
            client = Client(arguments.daphnia, [*cache, f'--update-throttling:{arguments.pause}'])
            typist = Typist(client, path)
            for number in range(arguments.rounds):
                sequences(typist, number)
            client.close()
            for kind, times in typist.took.items():
                for part, values in times.items():
                    took.setdefault((part, kind), []).extend(values)
                    took.setdefault((part, 'everything'), []).extend(values)
    for part in ('resolved', 'own', 'all'):
        for (which, kind), values in took.items():
            if which == part:
                line(f'{part}: {kind}', values)


if __name__ == '__main__':
    main()
