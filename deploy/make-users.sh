#!/usr/bin/env bash
# Makes the user `archive` on a secured EventStoreDB and sets what it may do: append to streams and read everything, but neither delete a stream nor
# change its metadata (which could cut it short), nor administer. The service `users` of deploy/compose.cluster.yml runs it. May be run again: then it
# gives `archive` the password that is set now.
#
# It sets the DEFAULT rights of user streams, for the server is the archive's alone. Where others share it, do not run it: see docs/operations.md.
#   NODE            address of a node, such as https://eventstore1:2113
#   CA_FILE         certificate of the CA that signed the nodes'
#   ADMIN_PASSWORD  password of `admin`
#   USER_PASSWORD   password that `archive` is to have
# shellcheck disable=SC2016 # $all, $admins and $settings are EventStoreDB's names, not variables.
set -euo pipefail

: "${NODE:?}" "${CA_FILE:?}" "${ADMIN_PASSWORD:?}" "${USER_PASSWORD:?}"

# It goes into JSON and into a connection string as it is.
if [[ ! $USER_PASSWORD =~ ^[A-Za-z0-9]+$ ]]; then
  echo 'The password of the user archive must consist of letters and digits alone, because it stands in a connection string.' >&2
  exit 2
fi

# path, media type, body, further headers; prints the status. What is secret goes by standard input, where no list of processes shows it.
post() {
  local header headers=()
  for header in "${@:4}"; do headers+=(--header "$header"); done
  printf 'user = "admin:%s"\n' "${ADMIN_PASSWORD//[\"\\]/\\&}" |
    curl --config - --silent --show-error --cacert "$CA_FILE" --output /dev/null --write-out '%{http_code}' \
      --header "Content-Type: $2" "${headers[@]}" --data @<(printf '%s' "$3") "$NODE$1"
}

# what, status
refuse() {
  echo "$1: the node answered $2." >&2
  [[ $2 != 401 ]] || echo 'Is ADMIN_PASSWORD the password with which the cluster was first started, or to which it was changed since?' >&2
  [[ $2 != 404 ]] || echo 'Was the node started with EVENTSTORE_ENABLE_ATOM_PUB_OVER_HTTP=true?' >&2
  exit 1
}

status=$(post /users/ application/json '{"loginName":"archive","fullName":"The archive","groups":[],"password":"'"$USER_PASSWORD"'"}')
case $status in
  201) echo 'Made the user archive.' ;;
  409)
    status=$(post /users/archive/command/reset-password application/json '{"newPassword":"'"$USER_PASSWORD"'"}')
    [[ $status == 200 ]] || refuse 'The password of the user archive was not set' "$status"
    echo 'The user archive was there; it has the password that is set now.'
    ;;
  *) refuse 'The user archive was not made' "$status" ;;
esac

# Repeated under the same ids, so that another run appends nothing.
status=$(post '/streams/%24settings' application/vnd.eventstore.events+json '[{
  "eventId": "0f6f7a0e-58f2-4f0f-9f0c-6a3f2b1f0a01",
  "eventType": "update-default-acl",
  "data": {
    "$userStreamAcl": { "$r": ["$admins", "archive"], "$w": ["$admins", "archive"], "$d": "$admins", "$mr": ["$admins", "archive"], "$mw": "$admins" },
    "$systemStreamAcl": { "$r": "$admins", "$w": "$admins", "$d": "$admins", "$mr": "$admins", "$mw": "$admins" }
  }
}]')
[[ $status == 201 ]] || refuse 'The default rights of streams were not set' "$status"

# Without it only administrators read $all.
status=$(post '/streams/%24all/metadata' application/json '{ "$acl": { "$r": ["$admins", "archive"] } }' \
  'ES-EventId: 0f6f7a0e-58f2-4f0f-9f0c-6a3f2b1f0a02')
[[ $status == 201 ]] || refuse 'The right to read $all was not set' "$status"

echo 'The user archive may append to streams and read; it may not delete them nor change their metadata.'
