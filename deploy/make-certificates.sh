#!/usr/bin/env bash
# Makes the certificates of a secured EventStoreDB cluster with openssl:
#   deploy/make-certificates.sh [FOLDER [NODE...]]    deploy/certificates eventstore1 eventstore2 eventstore3, where nothing else is said
# A NODE is a host name by which the others and the archive reach it, with further names or addresses after commas: db1.example.org,10.0.0.1
#
#   FOLDER/ca.key              signs; no server needs it. Keep it elsewhere once all nodes have their certificates
#   FOLDER/ca/ca.crt           trusted by nodes and archive; alone in its folder, for a node trusts every certificate there. Five years
#   FOLDER/NODE/node.{crt,key} one node's. 397 days
#
# What is there stays as it is, and only what is missing is made; so it may be run again, for another node or for one whose folder was taken away to
# renew it. Killed half-way, it leaves nothing that another run would take for whole.
#
# What EventStoreDB 23.10 asks for: an RSA key without a password, one common name on all nodes (that is how nodes know each other), names or addresses as
# subject alternative names, and use as server and as client, for a node is both to the others.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
folder=${1:-$root/deploy/certificates}
nodes=("${@:2}")
if ((${#nodes[@]} == 0)); then nodes=(eventstore1 eventstore2 eventstore3); fi
common_name=eventstoredb-node
ca_days=1826
node_days=397
renew_before=$((30 * 24 * 60 * 60))
# The user of the server's image, by whom a node's key has to be readable.
owner=1000

command -v openssl >/dev/null || {
  echo 'openssl is needed. Debian, Ubuntu: sudo apt-get install openssl' >&2
  exit 1
}
for node in "${nodes[@]}"; do
  # The name becomes a folder and a line of openssl's configuration.
  if [[ ! $node =~ ^[A-Za-z0-9][A-Za-z0-9.-]*(,[A-Za-z0-9:.-]+)*$ ]]; then
    echo "'$node' is no host name with further names or addresses after commas." >&2
    exit 2
  fi
  if [[ ${node%%,*} == ca ]]; then
    echo "The folder 'ca' is the CA's. Name the node in full, such as ca.example.org." >&2
    exit 2
  fi
done

# Keys are their owner's alone from the first byte on.
umask 077
mkdir -p "$folder"
chmod 755 "$folder"
work=$(mktemp -d "$folder/.making.XXXXXX")
trap 'rm -rf "$work"' EXIT

# openssl's arguments; its chatter only where it fails
run_openssl() {
  openssl "$@" 2>"$work/errors" || {
    cat "$work/errors" >&2
    exit 1
  }
}

half_made() {
  echo "$1 is there without $2. Nothing is overwritten: put the other back, or take both away to have them made anew." >&2
  exit 1
}

make_ca() {
  [[ ! -e $folder/ca.key || -e $folder/ca/ca.crt ]] || half_made "$folder/ca.key" "$folder/ca/ca.crt"
  if [[ -e $folder/ca/ca.crt ]]; then return; fi
  cat >"$work/ca.cnf" <<'CNF'
[req]
prompt = no
distinguished_name = name
x509_extensions = extensions
[name]
O = Archive
CN = Archive EventStoreDB CA
[extensions]
basicConstraints = critical, CA:true, pathlen:0
keyUsage = critical, keyCertSign, cRLSign
subjectKeyIdentifier = hash
CNF
  mkdir "$work/ca"
  run_openssl req -new -x509 -newkey rsa:3072 -nodes -sha256 -days "$ca_days" -config "$work/ca.cnf" -keyout "$work/ca.key" -out "$work/ca/ca.crt"
  chmod 755 "$work/ca"
  chmod 644 "$work/ca/ca.crt"
  # The certificate last: a key without one is refused above, not signed with.
  mv -n "$work/ca.key" "$folder/ca.key"
  mv -T "$work/ca" "$folder/ca"
  echo "Made the CA $folder/ca/ca.crt."
}

# names and addresses, as openssl wants them
alternative_names() {
  local name
  for name in ${1//,/ } localhost 127.0.0.1; do
    if [[ $name =~ ^[0-9.]+$ || $name == *:* ]]; then printf 'IP:%s,' "$name"; else printf 'DNS:%s,' "$name"; fi
  done | sed 's/,$//'
}

make_node() {
  local name=${1%%,*}
  local place=$folder/$name
  if [[ -e $place ]]; then
    [[ -e $place/node.crt ]] || half_made "$place" "$place/node.crt"
    [[ -e $place/node.key ]] || half_made "$place/node.crt" "$place/node.key"
    return
  fi
  if [[ ! -e $folder/ca.key ]]; then
    echo "$folder/ca.key is not there to sign the certificate of $name. Put it back for as long as this runs." >&2
    exit 1
  fi
  cat >"$work/node.cnf" <<CNF
[req]
prompt = no
distinguished_name = name
[name]
CN = $common_name
[extensions]
basicConstraints = critical, CA:false
keyUsage = critical, digitalSignature, keyEncipherment
extendedKeyUsage = serverAuth, clientAuth
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid
subjectAltName = $(alternative_names "$1")
CNF
  mkdir "$work/node"
  run_openssl req -new -newkey rsa:3072 -nodes -sha256 -config "$work/node.cnf" -keyout "$work/node/node.key" -out "$work/request"
  run_openssl x509 -req -in "$work/request" -CA "$folder/ca/ca.crt" -CAkey "$folder/ca.key" -set_serial "0x$(openssl rand -hex 16)" -sha256 \
    -days "$node_days" -extfile "$work/node.cnf" -extensions extensions -out "$work/node/node.crt"
  chmod 755 "$work/node"
  chmod 644 "$work/node/node.crt"
  chmod 600 "$work/node/node.key"
  if ((EUID == 0)); then chown "$owner:$owner" "$work/node" "$work/node/"*; fi
  mv -T "$work/node" "$place"
  echo "Made the certificate of $name."
}

make_ca
for node in "${nodes[@]}"; do make_node "$node"; done

# Also of those that were there: a certificate of another CA, or one that ends soon, is better told now.
code=0
for node in "${nodes[@]}"; do
  certificate=$folder/${node%%,*}/node.crt
  for purpose in sslserver sslclient; do
    openssl verify -CAfile "$folder/ca/ca.crt" -purpose "$purpose" "$certificate" >"$work/errors" 2>&1 || {
      echo "$certificate does not hold as $purpose under $folder/ca/ca.crt:" >&2
      cat "$work/errors" >&2
      code=1
    }
  done
  if ! openssl x509 -in "$certificate" -noout -checkend "$renew_before" >/dev/null; then
    echo "$certificate ends within 30 days. To renew it, take its folder away, run this again, and restart the node." >&2
    code=1
  fi
done
if ((EUID != 0 && EUID != owner)); then
  echo "The nodes run as user $owner and have to read their keys: sudo chown -R $owner $(printf "'$folder/%s' " "${nodes[@]%%,*}")" >&2
fi
exit "$code"
