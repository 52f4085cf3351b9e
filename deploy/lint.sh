#!/usr/bin/env bash
# Lints what is under deploy/ and docker-compose.yml with the linters that this machine has, and says which it left out. Fails where one complains, or where
# none is there. What only this repository knows is held by tests/Archive.Tests/Deploy; no linter starts a container.
#   yamllint and shellcheck: Debian, Ubuntu: sudo apt-get install shellcheck yamllint
#   dclint and dockerfile-utils: fetched by npx, in the versions below, where npm is there
#   docker compose: reads each installation as it would start it, if Docker has its compose plugin; needs no engine
# Rules of dclint that are switched off in dclint.json: orders of keys and services (these files are in the order in which one reads them), a name in files that
# are laid over another, an image's name beside its build (so that the built image has one), and quotes in ports (they are there; it looks past flow lists).
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/.."
compose=(docker-compose.yml deploy/compose.cluster.yml deploy/compose.loopback.yml)
dclint=dclint@3.1.0
dockerfile_utils=dockerfile-utils@0.16.3
ran=0 failed=0

# what, command: runs it and counts
lint() {
  echo "== $1"
  ran=$((ran + 1))
  "${@:2}" || failed=$((failed + 1))
}

left_out() {
  echo "== $1: left out, $2"
}

if command -v shellcheck >/dev/null; then lint shellcheck shellcheck deploy/*.sh; else left_out shellcheck 'not installed'; fi
if command -v yamllint >/dev/null; then lint yamllint yamllint --strict -c deploy/yamllint.yml "${compose[@]}"; else left_out yamllint 'not installed'; fi
if command -v npx >/dev/null; then
  lint dclint npx --yes "$dclint" --config deploy/dclint.json --max-warnings 0 "${compose[@]}"
  lint dockerfile-utils npx --yes "$dockerfile_utils" lint deploy/Dockerfile
else
  left_out 'dclint and dockerfile-utils' 'npm is not installed'
fi
if command -v docker >/dev/null && docker compose version >/dev/null 2>&1; then
  work=$(mktemp -d)
  trap 'rm -rf "$work"' EXIT
  for installation in eventstore postgres cluster; do
    deploy/make-env.sh "$installation" "$work/$installation" >/dev/null
    lint "docker compose config, $installation" docker compose --env-file "$work/$installation" config --quiet
  done
else
  left_out 'docker compose config' 'Docker has no compose plugin here'
fi

if ((ran == 0)); then
  echo 'No linter is installed.' >&2
  exit 1
fi
echo "$((ran - failed)) of $ran linters found nothing to say."
((failed == 0))
