#!/usr/bin/env python3
"""Types at random in programs that are open in a language server: whenever nothing is to be found out any more, it must
have said what `daphnia verify` says.

usage: soak.py [--daphnia PATH] [--edits N] [--seed N] [FILE|FOLDER...]

Edits come in bursts of one to eight, as the server is still busy with those before: words and lines are taken out,
repeated, replaced and put back. After each burst the diagnostics (places, ids, verdicts, messages) are compared with
those of the command line; of a program with static errors these alone, since the server goes on to prove what does not
depend on them. At the end the memory of the server and its processes are looked at. Exit code 1 when something differs.
"""
import argparse
import json
import os
import pathlib
import random
import re
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from client import Client  # noqa: E402

ROOT = pathlib.Path(__file__).resolve().parents[2]
LIMITS = ['--resource-limit:300000', '--verification-time-limit:60', '--refute-limit:100000', '--cache:off']
WORD = re.compile(r'\w+|[^\w\s]')
SPICE = ['{', '}', '(', ')', ';', ' ', '\n', '// note\n', '0', '1', 'x', '==', '<', 'var', 'assert true;', '𝔸', '/*', '"']


class Text:
    """A text with its positions, which count characters."""

    def __init__(self, text):
        self.text = text

    def position(self, offset):
        line = self.text.count('\n', 0, offset)
        start = self.text.rfind('\n', 0, offset) + 1
        return {'line': line, 'character': offset - start}

    def replace(self, begin, end, new):
        change = {'range': {'start': self.position(begin), 'end': self.position(end)}, 'text': new}
        self.text = self.text[:begin] + new + self.text[end:]
        return change


def edit(text, original, chance):
    way = chance.randrange(10)
    if way == 0:
        return text.replace(0, len(text.text), original) # all is as it was
    words = list(WORD.finditer(text.text))
    if not words:
        return text.replace(0, len(text.text), original)
    word = chance.choice(words)
    if way < 3:
        return text.replace(word.start(), word.end(), '')
    if way < 5:
        other = chance.choice(words)
        return text.replace(word.start(), word.end(), other[0])
    if way < 7:
        return text.replace(word.start(), word.start(), chance.choice(SPICE))
    if way < 8:
        return text.replace(word.end(), word.end(), ' ' + word[0])
    lines = text.text.split('\n')
    number = chance.randrange(len(lines))
    begin = sum(len(line) + 1 for line in lines[:number])
    if way < 9:
        return text.replace(begin, begin, lines[number] + '\n')
    return text.replace(begin, min(begin + len(lines[number]) + 1, len(text.text)), '')


def from_command_line(daphnia, path):
    """Of the program on the disk: whether it has static errors, and what is said."""
    ended = subprocess.run([daphnia, 'verify', '--format:json', *LIMITS, path], stdout=subprocess.PIPE,
                           stderr=subprocess.PIPE, check=False)
    if ended.returncode not in (0, 2, 4):
        raise SystemExit(f'exit code {ended.returncode} for {path}: {ended.stderr.decode()}')
    file = json.loads(ended.stdout)['files'][0]
    said = sorted((d['range']['start']['line'], d['range']['start']['column'], d['id'], d.get('verdict', ''),
                   d['message']) for d in file['diagnostics'])
    return file['stage'] == 'rejected', said


def from_server(client, uri, rejected):
    result = []
    for diagnostic in client.diagnostics.get(uri, []):
        data = diagnostic.get('data', {})
        if rejected and (data.get('outdated') or data.get('verdict')):
            continue
        start = diagnostic['range']['start']
        result.append((start['line'] + 1, start['character'] + 1, diagnostic['code'], data.get('verdict', ''),
                       diagnostic['message'].split('\n')[0]))
    return sorted(result)


def memory(process):
    status = pathlib.Path(f'/proc/{process}/status').read_text(encoding='ascii')
    return int(re.search(r'VmRSS:\s*(\d+)', status)[1]) // 1024


def children(process):
    return pathlib.Path(f'/proc/{process}/task/{process}/children').read_text(encoding='ascii').split()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--daphnia', default=str(ROOT / 'build' / 'daphnia'))
    parser.add_argument('--edits', type=int, default=200)
    parser.add_argument('--seed', type=int, default=1)
    parser.add_argument('paths', nargs='*', default=[str(ROOT / 'tests' / 'suite' / 'verify')])
    arguments = parser.parse_args()
    chance = random.Random(arguments.seed)
    paths = []
    for path in map(pathlib.Path, arguments.paths):
        paths += sorted(path.rglob('*.dfy')) if path.is_dir() else [path]
    programs = [text for text in (path.read_text(encoding='utf-8', errors='replace') for path in paths)
                if not re.search(r'^\s*include\b|// run:', text, re.M)]
    client = Client(arguments.daphnia, ['--update-throttling:0', *LIMITS], encodings=['utf-32'])
    assert client.initialized['capabilities']['positionEncoding'] == 'utf-32'
    done = rests = differ = 0
    first = None
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, 'program.dfy')
        while done < arguments.edits:
            original = chance.choice(programs)
            text = Text(original)
            pathlib.Path(path).write_text(original, encoding='utf-8')
            uri = client.open(path)
            for _ in range(4):
                for _ in range(chance.randrange(1, 9)):
                    change = edit(text, original, chance)
                    client.change(uri, [change])
                    done += 1
                    if chance.randrange(3) == 0:
                        client.hear(0.02)
                pathlib.Path(path).write_text(text.text, encoding='utf-8', newline='')
                rejected, expected = from_command_line(arguments.daphnia, path)
                rested = client.wait_for(lambda: client.is_at_rest(uri), 60)
                rests += 1
                found = from_server(client, uri, rejected)
                if not rested or found != expected:
                    differ += 1
                    print(f'differs: rested {rested}, rejected {rejected}, {client.status.get(uri)} {client.symbols.get(uri)} sent {client.versions_sent[uri]}\n  command line {expected}\n  server       {found}')
                    with open(f'/tmp/soak_{arguments.seed}_{differ}.dfy', 'w', encoding='utf-8', newline='') as kept:
                        kept.write(text.text)
            client.notify('textDocument/didClose', {'textDocument': {'uri': uri}})
            client.forget(uri)
            first = first or memory(client.process.pid)
        last = memory(client.process.pid)
        client.wait_for(lambda: not children(client.process.pid) or client.hear(0.1), 10) # it hears of the last closing
        left = children(client.process.pid)
        code = client.close()
    print(f'{done} edits with seed {arguments.seed}: {rests} rests, {differ} differ; memory {first} MB after the first '
          f'program, {last} MB at the end; {len(left)} processes left, exit code {code}')
    return 1 if differ or left or code else 0


if __name__ == '__main__':
    sys.exit(main())
