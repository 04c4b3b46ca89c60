#!/usr/bin/env python3
"""Fails unless daphnia shows on a terminal how far it is, takes the line away at the end, and shows nothing elsewhere.

usage: progress.py DAPHNIA

A line is shown when a run has taken a second. So the program comes by standard input, and not before that.
"""
import os
import pty
import re
import subprocess
import sys
import time

PROGRAM = ''.join(f'lemma E{i}(x: int)\n  ensures x + {i} > x - 1\n{{\n}}\n' for i in range(4))
LINE = re.compile(rb'\r\x1b\[Kverified \d of 4 declarations')
TAKEN_AWAY = b'\r\x1b[K'


def errors_of(daphnia, errors):
    """Starts a run whose error stream this is, and gives it the program."""
    process = subprocess.Popen([daphnia, 'verify', '--cache', 'off', '-'], stdin=subprocess.PIPE, stdout=subprocess.DEVNULL,
                               stderr=errors)
    time.sleep(1.5)
    process.stdin.write(PROGRAM.encode())
    process.stdin.close()
    return process


def on_terminal(daphnia):
    ours, theirs = pty.openpty()
    process = errors_of(daphnia, theirs)
    os.close(theirs)
    written = b''
    try:
        while part := os.read(ours, 4096):
            written += part
    except OSError:  # how a terminal says that its other end is closed
        pass
    os.close(ours)
    return written, process.wait()


def main():
    written, code = on_terminal(sys.argv[1])
    if code != 0 or not LINE.search(written):
        raise SystemExit(f'no line of progress, exit code {code}: {written!r}')
    if not written.endswith(TAKEN_AWAY):
        raise SystemExit(f'the line of progress stays: {written!r}')
    with errors_of(sys.argv[1], subprocess.PIPE) as process:
        elsewhere = process.stderr.read()
    if elsewhere or process.returncode != 0:
        raise SystemExit(f'progress where there is no terminal: {elsewhere!r}')


if __name__ == '__main__':
    main()
