package io.lumina.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The schedule for the Spark operator. */
class KubernetesScheduleTest {
  private static final Path CONF = Launcher.script("lumina").getParent().resolveSibling("conf");

  private static final Set<String> POD =
      words(
          "cores coreLimit memory memoryOverhead gpu image configMaps secrets env envFrom labels"
              + " annotations volumeMounts affinity tolerations podSecurityContext securityContext"
              + " schedulerName sidecars initContainers hostNetwork nodeSelector dnsConfig"
              + " terminationGracePeriodSeconds serviceAccount hostAliases shareProcessNamespace"
              + " coreRequest javaOptions lifecycle ports priorityClassName");

  /** What v1beta2 of the operator, and Kubernetes below it, know in each place of our file. */
  private static final Map<String, Set<String>> KNOWN =
      Map.ofEntries(
          Map.entry("", words("apiVersion kind metadata spec")),
          Map.entry("metadata", words("name namespace labels annotations")),
          Map.entry(
              "spec",
              words(
                  "schedule template suspend concurrencyPolicy successfulRunHistoryLimit"
                      + " failedRunHistoryLimit")),
          Map.entry(
              "template",
              words(
                  "type sparkVersion mode proxyUser image imagePullPolicy imagePullSecrets mainClass"
                      + " mainApplicationFile arguments sparkConf hadoopConf sparkConfigMap"
                      + " hadoopConfigMap volumes driver executor deps restartPolicy nodeSelector"
                      + " memoryOverheadFactor monitoring batchScheduler timeToLiveSeconds"
                      + " batchSchedulerOptions sparkUIOptions driverIngressOptions"
                      + " dynamicAllocation")),
          Map.entry(
              "restartPolicy",
              words(
                  "type onSubmissionFailureRetries onFailureRetries"
                      + " onSubmissionFailureRetryInterval onFailureRetryInterval")),
          Map.entry("driver", with(POD, "kubernetesMaster serviceAnnotations serviceLabels")),
          Map.entry("executor", with(POD, "instances deleteOnTermination")),
          Map.entry("podSecurityContext", words("fsGroup runAsUser runAsGroup runAsNonRoot")),
          Map.entry("volumes", words("name persistentVolumeClaim emptyDir hostPath nfs")),
          Map.entry("persistentVolumeClaim", words("claimName readOnly")),
          Map.entry("volumeMounts", words("name mountPath subPath readOnly")),
          Map.entry("env", words("name value valueFrom")),
          Map.entry("valueFrom", words("secretKeyRef configMapKeyRef fieldRef")),
          Map.entry("secretKeyRef", words("name key optional")),
          Map.entry("envFrom", words("secretRef configMapRef prefix")),
          Map.entry("secretRef", words("name optional")));

  /** Properties for which the operator has a field of an executor. */
  private static final Map<String, String> FIELDS =
      Map.of(
          "spark.executor.cores", "cores",
          "spark.executor.memory", "memory",
          "spark.executor.memoryOverhead", "memoryOverhead");

  private static final String EXECUTOR_ENVIRONMENT = "spark.executorEnv.";

  @TempDir static Path folder;

  private static Tools tools;
  private static JsonNode schedule;
  private static JsonNode template;

  @BeforeAll
  static void the_file_is_yaml() throws Exception {
    tools = new Tools(folder);
    tools.assume("python3", "-c", "import yaml");
    schedule = json(Files.readString(CONF.resolve("schedules/lumina-kubernetes.yaml")));
    template = schedule.at("/spec/template");
  }

  @Test
  void every_key_is_one_that_the_operator_knows() throws Exception {
    assertThat(schedule.path("apiVersion").asText()).isEqualTo("sparkoperator.k8s.io/v1beta2");
    assertThat(schedule.path("kind").asText()).isEqualTo("ScheduledSparkApplication");
    assertThat(unknown("", schedule)).isEmpty();
    JsonNode misspelt =
        json(
            Files.readString(CONF.resolve("schedules/lumina-kubernetes.yaml"))
                .replace("memoryOverhead:", "memoryOverhed:")
                .replace("mountPath:", "path:")
                .replace("restartPolicy:", "restart:"));
    assertThat(unknown("", misspelt))
        .containsExactlyInAnyOrder(
            "executor.memoryOverhed", "volumeMounts.path", "template.restart");
  }

  @Test
  void no_night_starts_beside_another_or_again() {
    assertThat(schedule.at("/spec/concurrencyPolicy").asText()).isEqualTo("Forbid");
    assertThat(template.path("restartPolicy").properties())
        .containsExactly(Map.entry("type", new ObjectMapper().valueToTree("Never")));
  }

  @Test
  void the_command_is_understood_and_its_home_outlives_the_pod() {
    List<String> arguments = texts(template.path("arguments"));
    assertThat(template.path("mainClass").asText()).isEqualTo(Lumina.class.getName());
    assertThat(
            new CommandLine(new Lumina())
                .parseArgs(arguments.toArray(String[]::new))
                .subcommand()
                .commandSpec()
                .name())
        .isEqualTo("nightly");
    assertThat(arguments.get(arguments.indexOf("--home") + 1))
        .isEqualTo(template.at("/driver/volumeMounts/0/mountPath").asText());
    assertThat(template.at("/driver/volumeMounts/0/name"))
        .isEqualTo(template.at("/volumes/0/name"));
    assertThat(template.at("/volumes/0").has("persistentVolumeClaim")).isTrue();
  }

  @Test
  void it_repeats_each_setting_of_a_cluster() throws IOException {
    JsonNode executor = template.path("executor");
    Map<String, String> environment = new TreeMap<>();
    executor
        .path("env")
        .forEach(each -> environment.put(text(each.path("name")), text(each.path("value"))));
    assertThat(template.at("/driver/env")).isEqualTo(executor.path("env"));
    Map<String, String> expected = properties();
    Map<String, String> repeated = new TreeMap<>();
    for (String key : expected.keySet()) {
      if (FIELDS.containsKey(key)) {
        repeated.put(key, executor.path(FIELDS.get(key)).asText());
      } else if (key.startsWith(EXECUTOR_ENVIRONMENT)) {
        repeated.put(key, environment.get(key.substring(EXECUTOR_ENVIRONMENT.length())));
      } else {
        repeated.put(key, text(template.path("sparkConf").path(key)));
      }
    }
    assertThat(repeated).isEqualTo(expected);
    assertThat(template.path("sparkConf")).allMatch(JsonNode::isTextual);
  }

  /** Keys that nobody knows, each after the name of its place; maps of anything are left out. */
  private static List<String> unknown(String place, JsonNode node) {
    List<String> found = new ArrayList<>();
    if (node.isArray()) {
      node.forEach(each -> found.addAll(unknown(place, each)));
    } else if (node.isObject() && !place.endsWith("Conf")) {
      node.properties()
          .forEach(
              each -> {
                if (!KNOWN.getOrDefault(place, Set.of()).contains(each.getKey())) {
                  found.add(place + "." + each.getKey());
                } else {
                  found.addAll(unknown(each.getKey(), each.getValue()));
                }
              });
    }
    return found;
  }

  private static JsonNode json(String yaml) throws IOException, InterruptedException {
    Files.writeString(folder.resolve("schedule.yaml"), yaml);
    Tools.Ran ran =
        tools.run(
            "python3",
            "-c",
            "import json, yaml; print(json.dumps(yaml.safe_load(open('schedule.yaml'))))");
    assertThat(ran.exit()).as(ran.out()).isZero();
    return new ObjectMapper().readTree(ran.out());
  }

  private static Map<String, String> properties() throws IOException {
    Map<String, String> found = new TreeMap<>();
    for (String line : Files.readAllLines(CONF.resolve("spark-cluster.conf"))) {
      if (!line.isBlank() && !line.startsWith("#")) {
        String[] words = line.strip().split(" +", 2);
        found.put(words[0], words[1]);
      }
    }
    return found;
  }

  private static List<String> texts(JsonNode array) {
    List<String> found = new ArrayList<>();
    array.forEach(each -> found.add(text(each)));
    return found;
  }

  /** What is text already in the file: the operator takes no numbers for it. */
  private static String text(JsonNode node) {
    return node.isTextual() ? node.asText() : "not text: " + node;
  }

  private static Set<String> words(String words) {
    return Set.copyOf(Arrays.asList(words.split(" ")));
  }

  private static Set<String> with(Set<String> known, String more) {
    Set<String> all = new TreeSet<>(known);
    all.addAll(words(more));
    return all;
  }
}
