#!/usr/bin/env bash
# Runs each reader under libFuzzer for SECONDS_EACH seconds (default 600), from the files of corpus/
# and of PARLANCE_DATA as seeds. Finds are kept in Fuzz/.build/finds; the exit status is 1 if there
# are any.
set -eu
cd "$(dirname "$0")/.."

data="${PARLANCE_DATA:-../shared}/data"
seconds="${SECONDS_EACH:-600}"
work="$PWD/Fuzz/.build"

(cd Fuzz && swift build -c release --product ReaderFuzz -Xswiftc -sanitize=fuzzer)
linker=$(command -v ld.lld >/dev/null 2>&1 && echo -use-ld=lld || true)
# shellcheck disable=SC2046,SC2086
swiftc -sanitize=fuzzer $linker "$work/release/libReaderFuzz.a" -o "$work/fuzz" \
  $(pkg-config --libs libxml-2.0 zlib uchardet libarchive libzstd libdeflate libbrotlidec)

samples="$work/samples-$$"
mkdir -p "$samples" "$work/finds"
[ ! -f "$data/formats.tar.gz" ] || tar xzf "$data/formats.tar.gz" -C "$samples"

status=0
trap 'rm -rf "$samples"' EXIT

# fuzz READER SUFFIX PATTERN...: the suffix is that of the file which the bytes are written to.
fuzz() {
  reader=$1 suffix=$2
  shift 2
  [ -z "${READERS:-}" ] || [[ " $READERS " == *" $reader "* ]] || return 0
  seeds="$work/seeds/$reader"
  rm -rf "$seeds" && mkdir -p "$seeds"
  for pattern in "$@"; do
    find corpus "$samples" -type f -iname "$pattern" -size -64k | head -n 400 | while read -r file; do
      cp "$file" "$seeds/$(echo "$file" | cksum | tr ' ' -)"
    done
  done
  echo "$reader: $(find "$seeds" -type f | wc -l) seeds, $seconds s"
  FUZZ_SUFFIX=$suffix SWIFT_BACKTRACE=enable=no "$work/fuzz" "$seeds" \
    -max_total_time="$seconds" -max_len=65536 -timeout=10 -rss_limit_mb=2048 \
    -artifact_prefix="$work/finds/$reader-" -print_final_stats=1 2>"$work/$reader.log" || {
    status=1
    echo "$reader: a find; the end of its log:"
    tail -n 20 "$work/$reader.log"
  }
  grep -E "number_of_executed_units|peak_rss" "$work/$reader.log" || true
}

# Packed seeds, made of a few pages of the sample archive.
pages=$(find corpus/articles -name '*.html' | sort | head -n 3)
if command -v zip >/dev/null 2>&1; then zip -q "$samples/pages.zip" $pages; fi
tar cf "$samples/pages.tar" $pages
for page in $pages; do
  ! command -v zstd >/dev/null 2>&1 || zstd -q "$page" -o "$samples/$(basename "$page").zst"
done

fuzz page html '*.html'
fuzz feed xml '*.xml' '*.rdf' '*.atom'
fuzz json jsonl '*.json' '*.jsonl'
fuzz table csv '*.csv' '*.tsv'
fuzz text txt '*.txt'
fuzz gzip gz '*.gz'
fuzz zstd zst '*.zst'
fuzz warc warc '*.warc' '*.arc' '*.warc.gz' '*.arc.gz'
fuzz archive zip '*.zip' '*.tar' '*.docx'
exit $status
