"""Runs editors as clients of the language server, each by its script beside this one:

    python3 tests/server/clients.py --daphnia build/daphnia neovim
    python3 tests/server/clients.py --daphnia build/daphnia emacs

The exit code is 0 if all is well, 1 if something that the script has seen is wrong, and 77 if the editor is not installed."""

import argparse
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
EGLOT = "(progn (package-initialize) (unless (require 'eglot nil t) (kill-emacs 77)))"
CLIENTS = {
    "neovim": (["nvim", "--clean", "--headless", "-n", "-c", f"luafile {HERE / 'neovim.lua'}"], None),
    "emacs": (["emacs", "-q", "--batch", "-l", str(HERE / "eglot.el")], ["emacs", "-q", "--batch", "--eval", EGLOT]),
}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--daphnia", required=True)
    parser.add_argument("client", choices=CLIENTS)
    arguments = parser.parse_args()
    command, has_what_it_needs = CLIENTS[arguments.client]
    if shutil.which(command[0]) is None:
        print(f"skipped: {command[0]} is not installed")
        return 77
    with tempfile.TemporaryDirectory(prefix="daphnia-client-") as folder:
        # Nothing of the user's editor takes part.
        environment = {**os.environ, "HOME": folder, "LANG": "C.UTF-8", "DAPHNIA": os.path.abspath(arguments.daphnia),
                       **{f"XDG_{kind}_HOME": f"{folder}/{kind}" for kind in ("CONFIG", "DATA", "STATE", "CACHE")}}
        if has_what_it_needs and subprocess.run(has_what_it_needs, env=environment, check=False).returncode != 0:
            print(f"skipped: {arguments.client} has no client of the protocol")
            return 77
        work = pathlib.Path(folder, "work")
        work.mkdir()
        try:
            code = subprocess.run(command, cwd=work, env=environment, stdin=subprocess.DEVNULL, timeout=240,
                                  check=False).returncode
        except subprocess.TimeoutExpired:
            print(f"{arguments.client} does not come to an end")
            return 1
        return 0 if code == 0 else 1


if __name__ == "__main__":
    sys.exit(main())
