#!/usr/bin/env bash
# Finds what the build needs; as root on Debian or Ubuntu installs what is missing, elsewhere
# prints the one line to type.
set -eu

libraries="libxml-2.0 zlib libarchive libzstd libdeflate libbrotlidec libpcre2-8 uchardet sqlite3"
debian="libxml2-dev zlib1g-dev libarchive-dev libzstd-dev libdeflate-dev libbrotli-dev libpcre2-dev libuchardet-dev libsqlite3-dev pkg-config"
macos="libxml2 libarchive zstd libdeflate brotli pcre2 uchardet sqlite pkg-config"

missing() {
  command -v pkg-config >/dev/null 2>&1 || { echo pkg-config; return; }
  for library in $libraries; do
    pkg-config --exists "$library" || echo "$library"
  done
}

if ! command -v swift >/dev/null 2>&1; then
  echo "No Swift toolchain found. Install Swift 6.3 or later from https://www.swift.org/install and put it on the PATH." >&2
  exit 1
fi

[ -n "$(missing)" ] || exit 0

if [ "$(uname)" = Darwin ]; then
  echo "Missing: $(missing | tr '\n' ' ')" >&2
  echo "Type: brew install $macos" >&2
  # Homebrew keeps these out of pkg-config's way, since macOS has its own without headers.
  echo 'then: export PKG_CONFIG_PATH="$(brew --prefix libarchive)/lib/pkgconfig:$(brew --prefix libxml2)/lib/pkgconfig:$PKG_CONFIG_PATH"' >&2
  exit 1
fi
if ! command -v apt-get >/dev/null 2>&1; then
  echo "Missing: $(missing | tr '\n' ' '); install them with their headers." >&2
  exit 1
fi
if [ "$(id -u)" != 0 ]; then
  echo "Missing: $(missing | tr '\n' ' ')" >&2
  echo "Type: sudo apt-get install -y $debian" >&2
  exit 1
fi
echo "Installing: $debian" >&2
export DEBIAN_FRONTEND=noninteractive
# shellcheck disable=SC2086
apt-get install -y -qq $debian >/dev/null 2>&1 || {
  apt-get update -qq
  apt-get install -y -qq $debian >/dev/null
}
left=$(missing)
[ -z "$left" ] || { echo "Still missing after installation: $left" >&2; exit 1; }
