#!/usr/bin/env bash
# Sees to what the archive needs to be built and run: the .NET SDK of global.json, and the programs of PostgreSQL 15 or later.
# Installs what is missing where it may, otherwise says what to install. Silent when all is there.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
oldest_postgres=15

has_dotnet() {
  # Asked inside the repository, dotnet answers by global.json, and fails when no installed SDK satisfies it.
  command -v dotnet >/dev/null && (cd "$root" && dotnet --version >/dev/null 2>&1)
}

has_postgres() {
  local folder version
  for folder in /usr/lib/postgresql/*/bin /usr/pgsql-*/bin; do
    [[ -x $folder/initdb && -x $folder/pg_ctl ]] || continue
    version=$(basename "$(dirname "$folder")")
    version=${version#pgsql-}
    if [[ $version =~ ^[0-9]+$ ]] && ((version >= oldest_postgres)); then return 0; fi
  done
  command -v pg_ctl >/dev/null && command -v initdb >/dev/null || return 1
  version=$(pg_ctl --version | sed -E 's/^[^0-9]*([0-9]+).*/\1/')
  ((version >= oldest_postgres))
}

as_root() {
  if ((EUID == 0)); then "$@"; else sudo -n "$@"; fi
}

may_install() {
  command -v apt-get >/dev/null && { ((EUID == 0)) || sudo -n true 2>/dev/null; }
}

candidate() {
  local version
  version=$(LC_ALL=C apt-cache policy "$1" 2>/dev/null | sed -n 's/^ *Candidate: //p')
  [[ -n $version && $version != '(none)' ]]
}

update_once() {
  [[ -n ${updated:-} ]] && return
  updated=yes
  as_root apt-get update -qq >&2
}

install() {
  echo "Installing $1" >&2
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "$1" >&2
}

install_postgres() {
  may_install || return 1
  candidate postgresql || update_once
  candidate postgresql || return 1
  local settings=/etc/postgresql-common/createcluster.conf
  if [[ ! -e $settings ]]; then
    # The archive makes a cluster of its own; the package need not make and start one for the machine.
    as_root mkdir -p "$(dirname "$settings")"
    echo 'create_main_cluster = false' | as_root tee "$settings" >/dev/null
  fi
  # --force-confold: the settings above stay, without a question.
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq -o Dpkg::Options::=--force-confold postgresql >&2 && return
  # Old package lists name versions that are gone.
  update_once
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq -o Dpkg::Options::=--force-confold postgresql >&2
}

install_dotnet() {
  may_install || return 1
  candidate dotnet-sdk-10.0 || update_once
  candidate dotnet-sdk-10.0 && install dotnet-sdk-10.0
}

missing=()

if ! has_postgres; then
  install_postgres || true
  has_postgres || missing+=("PostgreSQL $oldest_postgres or later, its server programs (initdb, pg_ctl).
    Debian, Ubuntu: sudo apt-get install postgresql   Fedora: sudo dnf install postgresql-server
    Others: https://www.postgresql.org/download/ ; older distributions: https://wiki.postgresql.org/wiki/Apt")
fi

if ! has_dotnet; then
  install_dotnet || true
  has_dotnet || missing+=(".NET SDK $(sed -n 's/.*"sdk".*"version": *"\([^"]*\)".*/\1/p' "$root/global.json") or a later 10.0.
    Debian, Ubuntu, where packaged: sudo apt-get install dotnet-sdk-10.0
    Others: https://dotnet.microsoft.com/download/dotnet/10.0")
fi

if ((${#missing[@]})); then
  echo 'The archive needs, and cannot install by itself:' >&2
  printf '  * %s\n' "${missing[@]}" >&2
  exit 1
fi
