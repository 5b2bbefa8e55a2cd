package io.lumina;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.conditions.ArchConditions.dependOnClassesThat;
import static com.tngtech.archunit.lang.conditions.ArchConditions.not;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;

/** Which way imports point: docs/architecture.md. */
@AnalyzeClasses(
    packages = "io.lumina",
    importOptions = {
      ImportOption.DoNotIncludeTests.class,
      ArchitectureTest.DoNotIncludeTestsOfFunctions.class
    })
class ArchitectureTest {
  /** Tests of jobs use what tests of functions make, out of a jar of tests. */
  static final class DoNotIncludeTestsOfFunctions implements ImportOption {
    @Override
    public boolean includes(Location location) {
      return !location.contains("-tests.jar");
    }
  }

  private static final int MOST_CLASSES = 25;

  private static final String[] UDFS = {
    "io.lumina.container..",
    "io.lumina.row..",
    "io.lumina.raster..",
    "io.lumina.image..",
    "io.lumina.meta..",
    "io.lumina.hash..",
    "io.lumina.quality..",
    "io.lumina.udf.."
  };
  private static final String[] JOBS = {
    "io.lumina.scan..", "io.lumina.analyze..", "io.lumina.burst..", "io.lumina.duplicates..",
    "io.lumina.publish..", "io.lumina.report..", "io.lumina.library..", "io.lumina.store..",
    "io.lumina.postgres..", "io.lumina.ledger..", "io.lumina.run..", "io.lumina.cli.."
  };
  private static final String[] BYTES = {
    "io.lumina.container..",
    "io.lumina.raster..",
    "io.lumina.image..",
    "io.lumina.meta..",
    "io.lumina.hash..",
    "io.lumina.quality.."
  };

  @ArchTest
  static final ArchRule functions_know_nothing_of_jobs =
      noClasses()
          .that()
          .resideInAnyPackage(UDFS)
          .should()
          .dependOnClassesThat(resideInAPackage("io.lumina..").and(resideOutsideOfPackages(UDFS)));

  @ArchTest
  static void no_two_packages_know_each_other(JavaClasses classes) {
    slices().matching("io.lumina.(*)..").should().beFreeOfCycles().check(classes);
    slices().matching("io.lumina.(**)").should().beFreeOfCycles().check(classes);
  }

  @ArchTest
  static void a_package_holds_what_one_can_see_at_once(JavaClasses classes) {
    Map<String, Long> large =
        classes.stream()
            .filter(type -> type.isTopLevelClass() && !type.getSimpleName().equals("package-info"))
            .collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()));
    large.values().removeIf(count -> count <= MOST_CLASSES);
    // All of one kind: a class for each function.
    assertThat(large).containsOnlyKeys("io.lumina.udf");
  }

  @ArchTest
  static void rooms_of_the_search_for_duplicates_know_those_before_them(JavaClasses classes) {
    slices().matching("io.lumina.duplicates.(*)..").should().beFreeOfCycles().check(classes);
    noClasses()
        .that()
        .resideInAnyPackage("io.lumina.duplicates.*..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.lumina.duplicates")
        .check(classes);
  }

  @ArchTest
  static final ArchRule what_follows_from_bytes_knows_no_spark =
      noClasses()
          .that()
          .resideInAnyPackage(BYTES)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.apache.spark..", "org.apache.hadoop..", "io.lumina.udf..", "io.lumina.row..");

  @ArchTest
  static final ArchRule how_formats_are_built_is_known_below_everything =
      classes()
          .that()
          .resideInAPackage("io.lumina.container..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("io.lumina.container..", "java..");

  @ArchTest
  static final ArchRule functions_know_no_session_and_no_database =
      noClasses()
          .that()
          .resideInAnyPackage(UDFS)
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName(SparkSession.class.getName())
          .orShould()
          .dependOnClassesThat()
          .resideInAnyPackage("java.sql..");

  @ArchTest
  static void image_meta_hash_and_quality_do_not_know_each_other(JavaClasses classes) {
    slices()
        .matching("io.lumina.(image|meta|hash|quality)..")
        .should()
        .notDependOnEachOther()
        .check(classes);
  }

  @ArchTest
  static void packages_of_different_jobs_meet_only_through_tables(JavaClasses classes) {
    slices()
        .matching("io.lumina.(scan|analyze|burst|duplicates|publish|report|score)..")
        .should()
        .notDependOnEachOther()
        .check(classes);
  }

  @ArchTest
  static final ArchRule files_are_moved_without_spark_and_without_a_database =
      noClasses()
          .that()
          .resideInAnyPackage("io.lumina.act.file", "io.lumina.act.target")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.apache.spark..",
              "org.apache.hadoop..",
              "java.sql..",
              "io.lumina.act.plan..",
              "io.lumina.postgres..");

  @ArchTest
  static final ArchRule scoring_knows_labels_and_no_tables =
      classes()
          .that()
          .resideInAPackage("io.lumina.score..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("io.lumina.score..", "io.lumina.failure..", "java..");

  @ArchTest
  static final ArchRule where_files_should_lie_is_known_without_spark_or_a_disk =
      classes()
          .that()
          .resideInAPackage("io.lumina.organize.layout..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("io.lumina.organize.layout..", "io.lumina.failure..", "java..")
          .andShould(not(dependOnClassesThat(resideInAPackage("java.nio.file.."))));

  @ArchTest
  static final ArchRule nobody_else_knows_the_command_line_or_prints =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.lumina.cli..")
          .and()
          // A program of its own: its answers go over a pipe, and decoders print what they like.
          .doNotHaveSimpleName("DecoderChildMain")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.lumina.cli..", "picocli..")
          .orShould()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err");

  @ArchTest
  static final ArchRule tables_know_no_jobs =
      noClasses()
          .that()
          .resideInAPackage("io.lumina.table..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(JOBS);

  @ArchTest
  static final ArchRule pure_classes_see_datasets_and_never_a_session_or_a_connection =
      noClasses()
          .that()
          .resideInAnyPackage("io.lumina.burst..", "io.lumina.duplicates..")
          .and()
          .haveSimpleNameNotEndingWith("Job")
          .and()
          // It computes on the driver and hands its answer back as a Dataset.
          .doNotHaveSimpleName("LocalBlocks")
          .should()
          .accessClassesThat()
          .haveFullyQualifiedName(SparkSession.class.getName())
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName(java.sql.Connection.class.getName())
          .orShould()
          .dependOnClassesThat()
          .resideInAPackage("io.lumina.postgres..");
}
