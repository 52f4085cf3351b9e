#!/usr/bin/env bash
# Makes .env from .env.example, with passwords of its own, for one of three installations:
#   deploy/make-env.sh eventstore   PostgreSQL and one node of EventStoreDB, on this machine (what it does without a word)
#   deploy/make-env.sh postgres     PostgreSQL alone, which then keeps the log, too
#   deploy/make-env.sh cluster      PostgreSQL and three secured nodes of EventStoreDB
# Never overwrites: the passwords in a .env are those of databases that may exist already.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
# A second word names another file to make, for tests.
target=${2:-$root/.env}

case ${1:-eventstore} in
  eventstore) files=docker-compose.yml log='esdb://eventstore:2113?tls=false' profiles=eventstore ;;
  postgres) files=docker-compose.yml log='' profiles='' ;;
  cluster) files=docker-compose.yml:deploy/compose.cluster.yml log='' profiles='' ;;
  *)
    echo "There is no installation '$1'. Say eventstore, postgres or cluster." >&2
    exit 2
    ;;
esac

if [[ -e $target ]]; then
  echo "$target is there already, and its passwords may be those of databases that exist. Edit it, or move it away if it is not needed." >&2
  exit 1
fi

password() {
  od -An -N24 -tx1 /dev/urandom | tr -d ' \n'
}

# Its owner's alone from the first byte on, and whole or not at all.
umask 077
unfinished=$(mktemp "$target.XXXXXX")
trap 'rm -f "$unfinished"' EXIT
while IFS= read -r line; do
  case $line in
    COMPOSE_FILE=*) line=COMPOSE_FILE=$files ;;
    COMPOSE_PROFILES=*) line=COMPOSE_PROFILES=$profiles ;;
    ARCHIVE_EVENTSTORE=*) line=ARCHIVE_EVENTSTORE=$log ;;
    *_PASSWORD=) line+=$(password) ;;
  esac
  printf '%s\n' "$line"
done <"$root/.env.example" >"$unfinished"
# A link fails where the name is taken meanwhile; a move would not.
ln "$unfinished" "$target"
echo "Made $target."
