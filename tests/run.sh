#!/usr/bin/env bash
# Builds the archive and runs every test project. The last line is "N passed, N failed, N skipped".
# ARCHIVE_TEST_POSTGRES names a server to test on; without it the tests have a private cluster, removed at the end.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1

passed=0 failed=0 skipped=0
work=$(mktemp -d /tmp/archive-tests.XXXXXX)
# Root's cluster runs as another user, who has to get through.
chmod 755 "$work"

stop_cluster() {
  local pid_file=$work/home/postgres/data/postmaster.pid pid
  [[ -e $pid_file ]] || return 0
  pid=$(head -n 1 "$pid_file")
  # SIGINT is PostgreSQL's fast shutdown. It removes the file when done.
  kill -INT "$pid" 2>/dev/null || return 0
  for _ in {1..100}; do
    [[ -e $pid_file ]] || return 0
    sleep 0.1
  done
  kill -QUIT "$pid" 2>/dev/null || true
  sleep 1
}

finish() {
  local code=$?
  trap - EXIT
  stop_cluster || true
  rm -rf "$work" || true
  # Whatever ended the run early counts as one failure.
  if ((code != 0 && failed == 0)); then failed=1; fi
  echo "$passed passed, $failed failed, $skipped skipped"
  if ((failed > 0 || passed == 0)); then exit 1; fi
  exit 0
}
trap finish EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

# report, name of an attribute of its assembly
count() {
  sed -nE "s/.*<assembly [^>]* $2=\"([0-9]+)\".*/\1/p" "$1" | awk '{ sum += $1 } END { print sum + 0 }'
}

run_project() {
  local project=$1 report=$work/$1.xml code=0 total bad
  echo "== $project"
  "tests/$project/bin/Release/net10.0/$project" -noColor -result-xml "$report" || code=$?
  if [[ ! -s $report ]]; then
    echo "$project ended with code $code and wrote no report." >&2
    failed=$((failed + 1))
    return
  fi
  total=$(count "$report" total)
  bad=$(($(count "$report" failed) + $(count "$report" errors)))
  passed=$((passed + $(count "$report" passed)))
  skipped=$((skipped + $(count "$report" skipped)))
  # A process that dies after its report, and one that finds nothing to do, have failed.
  if ((bad == 0 && (code != 0 || total == 0))); then
    echo "$project ended with code $code after $total tests." >&2
    bad=1
  fi
  failed=$((failed + bad))
}

deploy/prerequisites.sh
dotnet build -c Release Archive.sln --nologo -v quiet
if [[ -z ${ARCHIVE_TEST_POSTGRES:-} ]]; then export ARCHIVE_TEST_HOME=$work/home; fi

for folder in tests/*/; do
  project=$(basename "$folder")
  if grep -qs 'PackageReference Include="xunit.v3"' "$folder$project.csproj"; then run_project "$project"; fi
done
