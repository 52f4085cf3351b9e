#!/usr/bin/env bash
# From a fresh clone to an answered question: builds the archive, imports the sample dossier, and asks it about its own past.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
archive=artifacts/archive/Archive.Cli

# Compiled ahead of time, so that a question starts quickly; plainly where that cannot be had for this machine.
build() {
  echo 'Building the archive. The first time this fetches its packages and takes a minute or two.'
  local log machine
  log=$(mktemp)
  case "$(uname -s)-$(uname -m)" in
    Linux-x86_64) machine=linux-x64 ;;
    Linux-aarch64) machine=linux-arm64 ;;
    *) machine='' ;;
  esac
  if [[ -n $machine ]] && publish "$log" -r "$machine" --self-contained false -p:PublishReadyToRun=true; then
    :
  elif ! publish "$log"; then
    cat "$log" >&2
    rm -f "$log"
    exit 1
  fi
  rm -f "$log"
}

publish() {
  dotnet publish src/Archive.Cli -c Release -o artifacts/archive --nologo -v quiet "${@:2}" >"$1" 2>&1
}

# heading, arguments of the archive
step() {
  printf '\n== %s\n$ archive %s\n\n' "$1" "${*:2}"
  "$archive" "${@:2}"
}

# Number of the last entry before the first change: the history of a record begins with its first versions. Its JSON gives "entry" and
# "type" of each item in that order, oldest item first.
entry_before_corrections() {
  "$archive" history visit-2023 --json |
    grep -oE '"(entry|type)" *: *("[^"]*"|[0-9]+)' |
    sed -E 's/^"(entry|type)" *: *"?([^"]*)"?$/\1 \2/' |
    awk '
      $1 == "entry" { entry = $2 }
      $1 == "type" && $2 ~ /^(claim-corrected|claim-retracted|claim-disputed|claim-ranked|claim-rated|record-described|citation-withdrawn)/ && !found { found = entry - 1 }
      END { if (found) print found; else exit 1 }'
}

deploy/prerequisites.sh
build

step 'Import the sample dossier (a second import changes nothing)' import samples/visit-2023
step 'The record as it stands' show visit-2023
before=$(entry_before_corrections) || { echo 'No entry before the corrections was found in the history of visit-2023.' >&2; exit 1; }
step "The same record as it stood at ledger entry $before, before the corrections" show visit-2023 --as-of "$before"
step 'What changed since' diff visit-2023 --from "$before" --to latest
step 'Everything that happened to one claim' history visit-2023/c17
step 'What that claim rests on' trace visit-2023/c17
step 'Import an invented record whose sources are captured' import samples/specimen-evidence
step 'Read every capture again, and find every quote again' audit evidence specimen-evidence

checks=artifacts/checks
rm -rf "$checks"
mkdir -p "$checks"
step 'Recompute the ledger from the log: entries, tree, checkpoints, documents' audit ledger
step 'Take one claim out of the archive, with proofs' prove visit-2023/c17 --out "$checks/c17.proof.json"
step 'Take a whole record out, as a package' export specimen-evidence --format bag --to "$checks/specimen-evidence.bag"
"$archive" ledger key | grep -oE '[^ ]+\+[0-9a-f]{8}\+[A-Za-z0-9+/=]+' >"$checks/ledger.keys"
step 'Check both with the public key alone' verify "$checks/c17.proof.json" "$checks/specimen-evidence.bag" --key "$checks/ledger.keys"
