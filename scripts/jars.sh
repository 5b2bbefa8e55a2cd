# shellcheck shell=bash
# Sourced by scripts/lumina, scripts/submit and the image: which jars go beside the application to a Spark.

# The name of a jar without its version, but with its classifier: natives are a jar of their own.
kind_of_jar() {
  [[ ${1##*/} =~ ^(.*)-[0-9][0-9A-Za-z.]*(-[0-9][0-9.]*)?(-[a-z].*)?\.jar$ ]] || return 1
  kind=${BASH_REMATCH[1]}${BASH_REMATCH[3]}
}

# jars_for SPARK_JARS JARS...: those of the jars that this Spark lacks in any version, with commas between.
jars_for() {
  local -A theirs=()
  local kind each list=
  for each in "$1"/*.jar; do
    kind_of_jar "$each" && theirs[$kind]=yes
  done
  for each in "${@:2}"; do
    kind_of_jar "$each" && [ -n "${theirs[$kind]:-}" ] || list+=,$each
  done
  echo "${list#,}"
}

# s3_jars SPARK_JARS TOP: the connector to S3, where this Spark has none and its Hadoop is the connector's.
s3_jars() {
  local connector version
  connector=("$2"/jobs/s3/target/lib/hadoop-aws-*.jar)
  version=${connector[0]##*/hadoop-aws-}
  if [ -f "${connector[0]}" ] && [ -f "$1/hadoop-client-api-$version" ] && ! compgen -G "$1/hadoop-aws-*.jar" >/dev/null; then
    printf '%s\n' "$2"/jobs/s3/target/lib/*.jar
  fi
}

# cluster_jars SPARK_JARS TOP: the jars of the build that a cluster with this Spark needs, with commas between. The embedded
# PostgreSQL stays at home.
cluster_jars() {
  local -a lib s3
  mapfile -t lib < <(printf '%s\n' "$2"/jobs/target/lib/*.jar | grep -v '/embedded-postgres')
  mapfile -t s3 < <(s3_jars "$1" "$2")
  jars_for "$1" "${lib[@]}" "${s3[@]+"${s3[@]}"}"
}
