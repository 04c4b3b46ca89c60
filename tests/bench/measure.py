"""Runs commands and says what they took: shared by the benchmarks of this folder."""
import dataclasses
import os
import statistics
import subprocess
import time

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
# What is measured is the solver's work, and not what somebody has in a cache; benchmarks of the cache say otherwise.
os.environ['DAPHNIA_CACHE'] = 'off'
DAPHNIA = os.path.join(ROOT, 'build', 'daphnia')


@dataclasses.dataclass
class Cost:
    """Of a process and its children; times in milliseconds."""
    wall: float
    processor: float  # user and system, the children's included
    faults: float     # pages that the system had to provide
    memory: float     # the most that one process had, in MB


def run(command):
    """The cost of one run, its exit code and its output."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    output = process.stdout.read().decode('utf-8', 'replace')
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    wall = 1000 * (time.perf_counter() - start)
    cost = Cost(wall, 1000 * (usage.ru_utime + usage.ru_stime), usage.ru_minflt, usage.ru_maxrss / 1024)
    return cost, process.returncode, output


def median(costs):
    """Each part's median, but of the memory the most."""
    middle = lambda part: statistics.median(getattr(cost, part) for cost in costs)
    return Cost(middle('wall'), middle('processor'), middle('faults'), max(cost.memory for cost in costs))


def programs(paths):
    """The files named, and the programs below the folders named."""
    for path in paths:
        if os.path.isdir(path):
            for here, _, names in sorted(os.walk(path)):
                yield from (os.path.join(here, name) for name in sorted(names) if name.endswith('.dfy'))
        else:
            yield path


def in_turn(commands, runs):
    """What each of the commands gives, `runs` times; they take turns, so that all of them meet the same machine."""
    results = [[] for _ in commands]
    for _ in range(runs):
        for command, found in zip(commands, results):
            found.append(run(command))
    return results


def dafny_verified(results):
    """The costs, if Debian's dafny accepted and verified the file each time."""
    good = bool(results) and all(' 0 errors' in output for _, _, output in results)
    return [cost for cost, _, _ in results] if good else []


def dafny_command(dafny, file):
    return [dafny, '/compile:0', '/nologo', file]
