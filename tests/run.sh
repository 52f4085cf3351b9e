#!/usr/bin/env bash
# Builds the archive and runs every test project. The last line is "N passed, N failed, N skipped".
# ARCHIVE_TEST_POSTGRES names a server to test on; without it the tests have a private cluster, removed at the end. The integration tests run twice: on
# Marten's log, then what depends on the log on EventStoreDB: a double in the tests' process, or the server that ARCHIVE_TEST_EVENTSTORE names.
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

# project, then what the runner gets
run_project() {
  local project=$1 report=$work/report.xml code=0 total bad
  shift
  rm -f "$report"
  "tests/$project/bin/Release/net10.0/$project" -noColor -result-xml "$report" "$@" || code=$?
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

# Left out of the second run: what is about Marten's log (Log=marten), what is the same on any (Log=none), and the contract suite, the copies, the log's erasures and the double's
# own tests, which choose their logs themselves; questions, reviews, malformed input, what is closed to whom and what is exported are of the read models alone. That outages may be long is seen on the first.
run_on_eventstoredb() {
  ARCHIVE_TEST_LOG=eventstoredb ARCHIVE_TEST_OUTAGE_SECONDS=${ARCHIVE_TEST_OUTAGE_SECONDS:-10} run_project "$1" -trait- Log=marten -trait- Log=none \
    -namespace- "$1.EventLog" -namespace- "$1.LogCopies" -namespace- "$1.EventStoreDb" \
    -namespace- "$1.LogErasures" -namespace- "$1.Closing" -namespace- "$1.Exports" -namespace- "$1.Queries" -namespace- "$1.Reviews" -namespace- "$1.BadInput"
}

deploy/prerequisites.sh
dotnet build -c Release Archive.sln --nologo -v quiet
if [[ -z ${ARCHIVE_TEST_POSTGRES:-} ]]; then export ARCHIVE_TEST_HOME=$work/home; fi

for folder in tests/*/; do
  project=$(basename "$folder")
  grep -qs 'PackageReference Include="xunit.v3"' "$folder$project.csproj" || continue
  if [[ $project != Archive.IntegrationTests ]]; then
    echo "== $project"
    run_project "$project"
    continue
  fi
  echo "== $project, on Marten's log"
  ARCHIVE_TEST_LOG=marten run_project "$project"
  server="the server of ARCHIVE_TEST_EVENTSTORE"
  if [[ -z ${ARCHIVE_TEST_EVENTSTORE:-} ]]; then server="a double"; fi
  echo "== $project, on EventStoreDB ($server)"
  run_on_eventstoredb "$project"
done
