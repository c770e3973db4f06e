#!/usr/bin/env bash
# Installs what Mirabelle needs and does not find: Debian packages, and the Noto pictures from the npm package.
# usage: tools/setup.sh [build] [run] [test]        (without a word: build and run)
# It says one line per step, and nothing at all when everything is there.
set -euo pipefail

cache="${XDG_CACHE_HOME:-${HOME:-/tmp}/.cache}/mirabelle"
noto_version=1.2.9
noto_integrity=DQiuXENbun41ch+XPSV55H9FaWKpHTyz46YIKtSaKYD4fIDDzL1tR6H4np/T38jfrTAeI3rcKF0mqHYeZVAuaw==
needed_disk_kilobytes=2000000

build_packages=(
    ca-certificates ccache cmake g++ git ninja-build pkg-config python3
    libcli11-dev libebur128-dev libfmt-dev libimgui-dev libogg-dev libsdl2-dev libsdl2-image-dev libsdl2-mixer-dev libsdl2-ttf-dev
    libsndfile1-dev libsodium-dev libsqlite3-dev libsqlitecpp-dev libtomlplusplus-dev libwebp-dev libx11-dev libzip-dev nlohmann-json3-dev doctest-dev
    espeak-ng fonts-ecolier-court fonts-sil-andika libsox-fmt-base sox vorbis-tools
    xserver-xorg-dev
)
run_packages=(libgl1-mesa-dri)
test_packages=(
    clang-format imagemagick sqlite3 strace x11-utils xvfb
    xserver-xorg-core xserver-xorg-video-dummy
)

say() { printf 'mirabelle set-up: %s\n' "$*"; }
give_up() {
    printf 'mirabelle set-up: %s\n' "$*" >&2
    exit 1
}

installed_packages() { dpkg-query -W -f '${db:Status-Status} ${Package}\n' "$@" 2>/dev/null | sed -n 's/^installed //p'; }

# Prints the packages of "$@" that are not installed, one a line.
missing_packages() { comm -23 <(printf '%s\n' "$@" | sort -u) <(installed_packages "$@" | sort -u); }

noto_is_there() {
    [ -s "$cache/noto/icons.json" ] && grep -q "\"version\": \"$noto_version\"" "$cache/noto/package.json" 2>/dev/null
}

check_disk() { # place, what for
    local place=$1
    while [ ! -d "$place" ]; do place=$(dirname "$place"); done
    local free
    free=$(df -Pk "$place" | awk 'NR == 2 { print $4 }')
    [ "$free" -ge "$needed_disk_kilobytes" ] ||
        give_up "only $((free / 1000)) MB are free on the disk of $place and 2000 MB are needed $2. Make room, then start again."
}

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi
}

# Runs a command with its output kept for the case that it fails.
quietly() { # sentence said on failure, command...
    local sentence=$1 log
    shift
    log=$(mktemp)
    if ! "$@" >"$log" 2>&1 </dev/null; then
        tail -n 8 "$log" >&2
        rm -f "$log"
        give_up "$sentence"
    fi
    rm -f "$log"
}

install_packages() {
    command -v apt-get >/dev/null ||
        give_up "this needs Debian's apt-get, which is not here. On another system, install by hand: $*"
    if [ "$(id -u)" != 0 ] && ! command -v sudo >/dev/null; then
        give_up "installing packages needs the administrator's rights and sudo is not here. As root, run: apt-get install $*"
    fi
    check_disk /usr "to install packages"
    if [ "$(id -u)" != 0 ]; then
        sudo -v || give_up "sudo refused. Ask the machine's administrator to run: apt-get install $*"
    fi
    say "reading Debian's list of packages"
    # A source that does not answer (some other program's, perhaps) is no reason to stop: installing will tell.
    as_root apt-get update >/dev/null 2>&1 </dev/null || true
    say "installing with apt-get: $*"
    quietly "a package could not be installed (apt-get's last words are above). Is this machine on the network? Then start again." \
        as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@"
}

install_noto() {
    check_disk "$cache" "for the pictures"
    command -v npm >/dev/null || install_packages npm
    say "fetching the Noto pictures $noto_version"
    mkdir -p "$cache"
    noto_scratch=$(mktemp -d "$cache/fetch.XXXXXX")
    trap 'rm -rf "$noto_scratch"' EXIT
    (
        cd "$noto_scratch"
        quietly "the pictures could not be fetched by npm (its last words are above). Is this machine on the network? Then start again." \
            npm pack --loglevel=error --fetch-retries=1 "@iconify-json/noto@$noto_version"
        python3 - "$noto_integrity" ./*.tgz <<'CHECK' ||
import base64, hashlib, pathlib, sys
sys.exit(base64.b64encode(hashlib.sha512(pathlib.Path(sys.argv[2]).read_bytes()).digest()).decode() != sys.argv[1])
CHECK
            give_up "the fetched pictures are not the expected ones (their checksum differs). Start again; if it comes back, tell the maintainers."
        tar -xzf ./*.tgz
    ) || exit 1
    rm -rf "$cache/noto"
    mv "$noto_scratch/package" "$cache/noto"
}

command -v dpkg-query >/dev/null || install_packages "${build_packages[@]}"

wanted=()
wants_node=
for set in "${@:-build run}"; do
    for name in $set; do
        case $name in
        build) wanted+=("${build_packages[@]}") ;;
        run) wanted+=("${run_packages[@]}") ;;
        test)
            wanted+=("${test_packages[@]}")
            wants_node=yes
            ;;
        *) give_up "'$name' is no set of packages; the sets are build, run and test." ;;
        esac
    done
done

mapfile -t missing < <(missing_packages "${wanted[@]}")
if [ "${#missing[@]}" -gt 0 ]; then install_packages "${missing[@]}"; fi
# A judge of exported statements runs in Node, whoever has installed it: its own packages and Debian's exclude each other.
if [ -n "$wants_node" ] && ! { command -v node && command -v npm; } >/dev/null; then install_packages nodejs npm; fi
noto_is_there || install_noto
