# shellcheck shell=bash disable=SC2034
# What LUMINA_LOG and LUMINA_EVENT_LOG ask for; sourced by lumina and submit, which have fail().

# An option of the driver's JVM, or nothing: LUMINA_LOG=json writes the log to standard error,
# LUMINA_LOG=file, or no word, into the home.
log_option() {
  case ${LUMINA_LOG:-file} in
    file) ;;
    json) echo "-Dlumina.log=stderr" ;;
    *) fail "LUMINA_LOG is ${LUMINA_LOG}; it can be file or json" ;;
  esac
}

# events=(…): options of spark-submit that make Spark write its event log below LUMINA_EVENT_LOG; none without it.
events=()
[ -z "${LUMINA_EVENT_LOG:-}" ] ||
  events=(--conf spark.eventLog.enabled=true --conf "spark.eventLog.dir=$LUMINA_EVENT_LOG")

# Makes the folder of the event log where it is a local one: Spark ends a run without it.
make_event_log() {
  case ${LUMINA_EVENT_LOG:-} in
    '' | *://* | file:*) ;;
    *) (umask 077 && mkdir -p "$LUMINA_EVENT_LOG") 2>/dev/null ||
      fail "LUMINA_EVENT_LOG is $LUMINA_EVENT_LOG, and no such folder can be made" ;;
  esac
}

# file_uri PATH: its URI. Log4j reads no other name in which there is a space, a comma or a sign that URIs have for themselves.
file_uri() {
  local LC_ALL=C each code uri=file: i
  for ((i = 0; i < ${#1}; i++)); do
    each=${1:i:1}
    case $each in
      [a-zA-Z0-9/._~-]) ;;
      *)
        printf -v code '%d' "'$each"
        printf -v each '%%%02X' $((code & 255))
        ;;
    esac
    uri+=$each
  done
  echo "$uri"
}

# quoted WORDS: in one string, from which Spark takes them apart again.
quoted() {
  local each
  for each in "$@"; do
    each=${each//\\/\\\\}
    printf '"%s" ' "${each//\"/\\\"}"
  done
}
