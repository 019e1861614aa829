#!/usr/bin/env bash
# The median wall time, in seconds, of five runs of a command as a whole process; one run before them is not counted.
set -eu
export LC_NUMERIC=C
TIMEFORMAT=%R
"$@" > /dev/null 2>&1 || true
for _ in 1 2 3 4 5; do
  { time "$@" > /dev/null 2>&1 || true; } 2>&1
done | sort -n | sed -n 3p
