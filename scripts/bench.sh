# shellcheck shell=bash disable=SC2034
# What the benchmarks share; to be sourced by scripts/bench-NAME.

top=$(cd "$(dirname "$(readlink -f "$0")")/.." && pwd)
export LC_ALL=C.UTF-8

fail() { echo "${0##*/}: $*" >&2; exit 1; }

# usage: shows the comment at the head of the script, and ends it.
usage() {
  sed -n '2,/^[^#]/s/^# //p' "$0" >&2
  exit 1
}

# shellcheck source=scripts/build.sh
. "$top/scripts/build.sh"
# shellcheck source=scripts/spark.sh
. "$top/scripts/spark.sh"

# need_build: ends the script where there is nothing to run.
need_build() {
  local each
  for each in classes test-classes lib spark-jars; do
    [ -d "$jobs/$each" ] || fail "build first: (cd $top && mvn -DskipTests package)"
  done
  ! build_is_old || fail "the sources have changed; build again: (cd $top && mvn -DskipTests package)"
}

# on_build [OPTIONS OF JAVA] CLASS [ARGUMENTS]: runs a class of the build, of its tests too.
classes="$jobs/test-classes:$jobs/classes:$top/udfs/target/classes:$jobs/spark-jars/*:$jobs/lib/*"
on_build() {
  "$java" "${modules[@]}" -Dlog4j2.level=ERROR -cp "$classes" "$@"
}

# scratch: makes a folder of that name that is gone when the script ends.
scratch() {
  scratch=$(mktemp -d)
  trap 'rm -rf "$scratch"' EXIT
}

# night_options ARGUMENTS: fills where, memory, nights and folder; what is for spark-submit goes to options.
night_options() {
  where=local
  memory=3g
  nights=2
  folder=
  options=()
  while [ $# -gt 0 ]; do
    case $1 in
      --driver-memory | --folder | --nights) [ $# -ge 2 ] || fail "$1 needs a value" ;;&
      --driver-memory) memory=$2; shift 2 ;;
      --folder) folder=$2; shift 2 ;;
      --nights)
        [[ $2 =~ ^[1-9][0-9]*$ ]] || fail "--nights is $2; it must be a number from 1 on"
        nights=$2
        shift 2
        ;;
      --cluster) where=cluster; shift ;;
      *) options+=("$1"); shift ;;
    esac
  done
}

# night_folder: what folder names, made and with its whole path; a temporary one where it names none.
night_folder() {
  if [ -n "$folder" ]; then
    mkdir -p "$folder"
    folder=$(readlink -f "$folder")
  else
    scratch
    folder=$scratch
  fi
}
