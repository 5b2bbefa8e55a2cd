# shellcheck shell=bash
# What a GPU needs, for scripts/lumina and scripts/submit; to be sourced.

# use_gpu TOP JAVA MASTER: fills gpu_jars and gpu_conf and says in gpu_device what computes, or fails with gpu_reason.
# On a cluster the executors have the GPUs, and only they can say whether they do.
gpu_jars=()
gpu_conf=()
gpu_device=
gpu_reason=
use_gpu() {
  local top=$1 java=$2 master=$3 key value cuda built=$1/udfs/gpu/target plugin=${LUMINA_RAPIDS_JAR:-}
  [ -f "$built/lumina-gpu.jar" ] && [ -d "$built/lib" ] ||
    { gpu_reason="lumina-gpu is not built: mvn -Pgpu -DskipTests package"; return 1; }
  [ "${LUMINA_BUILD:-auto}" = keep ] ||
    [ -z "$(find "$top"/udfs/{,gpu/}src/main -newer "$built/lumina-gpu.jar" -print -quit 2>/dev/null)" ] ||
    { gpu_reason="lumina-gpu is older than its sources: mvn -Pgpu -DskipTests package"; return 1; }
  [ -z "$plugin" ] || [ -f "$plugin" ] || fail "LUMINA_RAPIDS_JAR is $plugin, which is no file"
  case $master in
    local*)
      gpu_device=$("$java" -cp "$built/lumina-gpu.jar:$built/lib/*" io.lumina.gpu.driver.ProbeMain 2>/dev/null) ||
        { gpu_reason=${gpu_device:-the driver cannot be asked}; return 1; }
      cuda=$(sed -n 's/.*, CUDA \([0-9]*\)\..*/\1/p' <<<"$gpu_device")
      case $plugin in
        *cuda13*)
          [ "${cuda:-0}" -ge 13 ] ||
            { gpu_reason="$(basename "$plugin") needs a driver for CUDA 13 (R580), this one is for CUDA $cuda"; return 1; }
          ;;
      esac
      ;;
    *) gpu_device="those of the executors" ;;
  esac
  gpu_jars=("$built/lumina-gpu.jar" "$built"/lib/*.jar)
  [ -n "$plugin" ] || return 0
  gpu_jars+=("$plugin")
  gpu_device+=", columnar functions by $(basename "$plugin")"
  while read -r key value; do
    case $master:$key in
      *:'' | *:\#* | local*:*.resource.*) ;;
      *.discoveryScript) gpu_conf+=(--conf "$key=$top/scripts/$value") ;;
      *) gpu_conf+=(--conf "$key=$value") ;;
    esac
  done <"$top/conf/spark-gpu.conf"
}

# choose_gpu auto|off|require TOP JAVA MASTER: the same, and says so in gpu_said; ends the script where one is required.
gpu_said=
choose_gpu() {
  case $1 in
    off) return ;;
    auto | require) ;;
    *) fail "--gpu is $1; it can be auto, off or require" ;;
  esac
  if use_gpu "${@:2}"; then
    gpu_said=$gpu_device
  elif [ "$1" = require ]; then
    fail "--gpu require: $gpu_reason"
  else
    gpu_said="none, since $gpu_reason"
  fi
  echo "lumina: GPU: $gpu_said" >&2
}
