#!/bin/sh
# Installs what __tests__/interop talks to, from Debian or Ubuntu: servers, and LibreOffice as a reader of workbooks.
# Does nothing where they are. The tests start the servers on loopback; as services of the system they are neither
# needed nor started.
set -eu

packages='openssl postfix dovecot-imapd dovecot-pop3d dovecot-lmtpd dovecot-managesieved vsftpd slapd prosody
postgresql mariadb-server inn2 inspircd libreoffice-calc'

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

if [ -z "$(lacking)" ]; then exit 0; fi

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
