#!/usr/bin/env python3
"""Prints what an unchanged rerun takes, fresh and with a cache: in a local folder, on Redis and on a web server.

usage: cache.py [--daphnia PATH] [--runs N] [FILE|FOLDER...]

Each of the paths (examples and tests/suite when there are none) is verified as a whole. `fresh` uses no cache, `first`
fills an empty one. The others have everything in the cache that they are named for and nothing nearer; times are the
medians of N runs. Solver starts are those of the last run. redis-server and nginx are started for this and ended after it.
"""
import argparse
import json
import os
import shutil
import socket
import statistics
import subprocess
import tempfile
import time

from measure import DAPHNIA, ROOT, run


def free_port():
    with socket.socket() as one:
        one.bind(('127.0.0.1', 0))
        return one.getsockname()[1]


def wait_for(port):
    for _ in range(1000):
        with socket.socket() as one:
            if one.connect_ex(('127.0.0.1', port)) == 0:
                return
        time.sleep(0.01)
    raise SystemExit('a server does not start')


def start_redis(folder):
    port = free_port()
    server = subprocess.Popen(['redis-server', '--port', str(port), '--save', '', '--dir', folder],
                              stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    wait_for(port)
    return server, f'redis://127.0.0.1:{port}'


def start_nginx(folder):
    port = free_port()
    files = os.path.join(folder, 'files')
    os.mkdir(files)
    configuration = os.path.join(folder, 'nginx.conf')
    with open(configuration, 'w', encoding='utf-8') as out:
        out.write(f'daemon off; master_process off; user root; pid {folder}/pid; error_log stderr; events {{}} http {{ '
                  f'access_log off; client_body_temp_path {folder}/body; keepalive_requests 1000000; '
                  f'server {{ listen 127.0.0.1:{port}; root {files}; '
                  f'location /ac/ {{ dav_methods PUT; create_full_put_path on; }} }} }}\n')
    server = subprocess.Popen(['nginx', '-c', configuration, '-e', 'stderr'], stdout=subprocess.DEVNULL,
                              stderr=subprocess.DEVNULL)
    wait_for(port)
    return server, f'http://127.0.0.1:{port}'


class Bench:
    def __init__(self, daphnia, path, runs, folder):
        self.command = [daphnia, 'verify', '--format', 'json']
        self.path = path
        self.runs = runs
        self.folder = folder
        self.fresh = None

    def measure(self, name, options, prepare=lambda: None, runs=None):
        times = []
        for _ in range(runs or self.runs):
            prepare()
            cost, _, output = run(self.command + options + [self.path])
            times.append(cost.wall)
        wall = statistics.median(times)
        self.fresh = self.fresh or wall
        cache = json.loads(output)['summary'].get('cache')
        said = '' if cache is None else (f"{cache['hits']} hits, {cache['misses']} misses, "
                                         f"{cache['solver_starts']} solver starts")
        print(f'  {name:<8}{wall:9.0f} ms {self.fresh / wall:7.1f} times  {said}', flush=True)

    def all(self):
        print(os.path.relpath(self.path, ROOT))
        local = os.path.join(self.folder, 'local')
        empty = os.path.join(self.folder, 'empty')
        remove = lambda folder: lambda: shutil.rmtree(folder, ignore_errors=True)
        self.measure('fresh', ['--cache', 'off'])
        self.measure('first', ['--cache', 'write', '--cache-dir', local], remove(local))
        self.measure('folder', ['--cache', 'write', '--cache-dir', local])
        for name, start in (('Redis', start_redis), ('HTTP', start_nginx)):
            home = tempfile.mkdtemp(dir=self.folder)
            server, url = start(home)
            try:
                remote = ['--cache-dir', empty, '--remote-cache', url]
                remove(empty)()
                run(self.command + ['--cache', 'write'] + remote + [self.path])
                self.measure(name, ['--cache', 'read'] + remote, remove(empty))
            finally:
                server.kill()
                server.wait()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--daphnia', default=DAPHNIA)
    parser.add_argument('--runs', type=int, default=3)
    parser.add_argument('paths', nargs='*', default=[os.path.join(ROOT, 'examples'), os.path.join(ROOT, 'tests', 'suite')])
    arguments = parser.parse_args()
    for path in arguments.paths:
        with tempfile.TemporaryDirectory() as folder:
            Bench(arguments.daphnia, os.path.abspath(path), arguments.runs, folder).all()


if __name__ == '__main__':
    main()
