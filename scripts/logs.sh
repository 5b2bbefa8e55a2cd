# shellcheck shell=bash disable=SC2034
# What LUMINA_LOG and LUMINA_EVENT_LOG ask for; sourced by lumina and submit, which have fail().

# An option of the driver's JVM with a space before it, or nothing: LUMINA_LOG=json writes the log to standard error,
# LUMINA_LOG=file, or no word, into the home.
log_option() {
  case ${LUMINA_LOG:-file} in
    file) ;;
    json) echo " -Dlumina.log=stderr" ;;
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
