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
  echo 'Refreshing the list of packages' >&2
  as_root apt-get update -qq >&2
}

install() {
  echo "Installing $1" >&2
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends -o Dpkg::Options::=--force-confold "$1" >&2 && return
  # Old package lists name versions that are gone.
  [[ -z ${updated:-} ]] && update_once &&
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends -o Dpkg::Options::=--force-confold "$1" >&2
}

cluster_settings=/etc/postgresql-common/createcluster.conf
settings_before=

# Debian's server package makes a cluster for the machine and starts it. The archive makes one of its own; so the package is told not to, while it
# is being installed, and the machine's settings are afterwards what they were.
forbid_main_cluster() {
  # With the package of the settings there first, the next installation has no other version of the file to ask about.
  [[ -e $cluster_settings ]] || install postgresql-common || return
  settings_before=$(mktemp)
  cat "$cluster_settings" >"$settings_before" || return
  trap restore_cluster_settings EXIT
  trap 'exit 130' INT
  trap 'exit 143' TERM
  printf '\ncreate_main_cluster = false\n' | as_root tee -a "$cluster_settings" >/dev/null
}

restore_cluster_settings() {
  [[ -n $settings_before ]] || return 0
  # Written into the file, so that its owner and mode stay.
  as_root tee "$cluster_settings" <"$settings_before" >/dev/null || {
    echo "$cluster_settings could not be restored; its former content is in $settings_before." >&2
    return 0
  }
  rm -f "$settings_before"
  settings_before=
}

install_postgres() {
  may_install || return 1
  candidate postgresql || update_once
  candidate postgresql || return 1
  local result=0
  { forbid_main_cluster && install postgresql; } || result=$?
  restore_cluster_settings
  return "$result"
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
