# shellcheck shell=bash
# Where the build lies and whether it is that of the sources; to be sourced by what has set top, and has fail().

jobs=$top/jobs/target
jar=$jobs/lumina-jobs.jar
# What the sources were when the launcher built.
stamp=$jobs/sources.cksum

# For these Java's class path, --jars and Hadoop have a meaning of their own.
case $top in
  *[:,\#*?{}\\]* | *'['* | *']'* | *$'\n'*)
    fail "it lies in $top; move it to a folder whose path has none of : , # * ? [ ] { } \\ and no line break" ;;
esac

build_is_there() {
  [ -f "$jar" ] && [ -d "$jobs/lib" ] && [ -d "$jobs/spark-jars" ]
}

# in_sources ARGUMENTS OF FIND: finds in all that the build is made of.
in_sources() {
  (shopt -s nullglob && cd "$top" && find pom.xml */pom.xml */src/main conf/lumina.conf "$@")
}

# sources: a line that differs when anything in them does.
sources() {
  in_sources -type f -print0 | LC_ALL=C sort -z | (cd "$top" && xargs -0 cksum) | cksum
}

# build_is_old: whether there is a build, and other sources. A build by hand leaves no stamp: nothing may be newer than it.
# LUMINA_BUILD=keep takes it as it is.
build_is_old() {
  case ${LUMINA_BUILD:-auto} in
    keep) return 1 ;;
    auto) ;;
    *) fail "LUMINA_BUILD is $LUMINA_BUILD; it can be auto or keep" ;;
  esac
  [ -f "$jar" ] || return 1
  if [ -f "$stamp" ] && [ ! "$jar" -nt "$stamp" ]; then
    [ "$(sources)" != "$(<"$stamp")" ]
  else
    [ -n "$(in_sources -newer "$jar" -print -quit)" ]
  fi
}

build() {
  local what="first use, building (a few minutes; about 500 MB are downloaded once)" log=$top/target/build.log before
  local missing="Lumina is not built yet"
  if build_is_there; then
    what="the sources have changed, building again"
    missing="the sources have changed since Lumina was built (LUMINA_BUILD=keep takes the build as it is)"
  fi
  [ -w "$top/target" ] || fail "$missing, and you may not write to $top/target: build as its owner"
  command -v mvn >/dev/null || fail "Maven is missing, and $missing; Debian and Ubuntu: apt-get install maven"
  # shellcheck disable=SC2154  # whoever builds has found a Java
  "${java%/java}/javac" -version >/dev/null 2>&1 || [ -n "$(command -v javac)" ] ||
    fail "the Java at $java has no compiler; Debian and Ubuntu: apt-get install openjdk-17-jdk-headless"
  echo "lumina: $what" >&2
  before=$(sources)
  (cd "$top" && mvn -B -q -ntp -DskipTests package) >"$log" 2>&1 ||
    { tail -n 20 "$log" >&2; fail "the build failed; all of its output is in $log"; }
  build_is_there || fail "the build made no $jar; all of its output is in $log"
  echo "$before" >"$stamp"
}

# use_build: makes the build that of the sources, and keeps it as long as this process lives, exec included: no other start
# builds meanwhile. Who builds holds the lock alone, who runs shares it.
use_build() {
  mkdir -p "$top/target" 2>/dev/null || true
  hold=
  if [ ! -w "$top/target" ] || ! command -v flock >/dev/null; then
    use_build_without_flock
    return
  fi
  exec {hold}>>"$top/target/build.lock"
  while ! build_is_there || build_is_old; do
    if flock -n -x "$hold"; then
      # Another start may have built since.
      if ! build_is_there || build_is_old; then build; fi
    elif build_is_there && flock -n -s "$hold"; then
      echo "lumina: the sources have changed, but a run uses the build: this one goes on with it as it is" >&2
      return
    else
      echo "lumina: another start is building, waiting for it" >&2
      # Alone: a run shares the lock, and to share it would be no waiting.
      flock -x "$hold"
      flock -u "$hold"
    fi
  done
  flock -s "$hold"
}

# The name of the process that builds is where a link leads: made at once or not at all.
use_build_without_flock() {
  local link=$top/target/building said=no builder
  while ! build_is_there || build_is_old; do
    if [ ! -w "$top/target" ] || ln -s "$$" "$link" 2>/dev/null; then
      trap 'rm -f "$top/target/building"' EXIT
      if ! build_is_there || build_is_old; then build; fi
      rm -f "$link"
      trap - EXIT
    elif builder=$(readlink "$link") && ! kill -0 "$builder" 2>/dev/null; then
      rm -f "$link"
    else
      [ $said = yes ] || echo "lumina: another start is building, waiting for it" >&2
      said=yes
      sleep 1
    fi
  done
}
