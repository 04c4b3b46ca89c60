#!/bin/sh
# vscode_tools.sh FOLDER: brings there what vscode.js needs: VS Code as a server for browsers, and what drives a browser.
# Needs npm and its registry, once; chromium comes from Debian.
set -eu

folder=$1
mkdir -p "$folder"
cd "$folder"
npm install --no-save --prefix . playwright-core@1.65.1
if [ ! -d code-server/lib/vscode/node_modules ]; then
    archive=$(npm pack --silent code-server@4.100.3) # VS Code 1.100.3
    tar -xzf "$archive"
    rm -rf "$archive" code-server
    mv package code-server
    # Scripts would download what only terminals and searches need.
    cd code-server/lib/vscode
    npm install --ignore-scripts --omit=dev
fi
