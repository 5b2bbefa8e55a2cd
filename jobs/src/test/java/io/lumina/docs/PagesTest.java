package io.lumina.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What pages refer to is there. */
class PagesTest {
  private static final Pattern LINK = Pattern.compile("\\[[^\\]]*]\\(([^)\\s]+)\\)");
  private static final Pattern DECISION = Pattern.compile("\\bdecisions? (\\d{3})\\b");
  private static final Pattern JAVA =
      Pattern.compile(
          "`((?:jobs|udfs)/[\\w/]*|(?:[a-z][\\w-]*/)+[\\w.-]+\\.(?:java|conf|md|sh|sql|css))`");
  private static final Pattern EVIDENCE =
      Pattern.compile("[†‡]|\\b(?=\\d*[a-f])(?=[a-f]*\\d)[0-9a-f]{7,40}\\b");
  private static final Pattern CLASS = Pattern.compile("`((?:[a-z]\\w*\\.)+[A-Z]\\w*)`");
  private static final List<String> SOURCES =
      Stream.of("jobs", "udfs", "udfs/gpu")
          .flatMap(module -> Stream.of(module + "/src/main", module + "/src/test"))
          .toList();
  private static final int LINES_OF_THE_README = 150;

  @Test
  void every_link_leads_to_a_file_and_to_a_heading_in_it() throws IOException {
    List<String> broken = new ArrayList<>();
    for (Path page : Repository.pages()) {
      for (String link : in(LINK, withoutCode(page).replaceAll("`[^`]*`", ""))) {
        if (!link.matches("(https?|mailto):.*") && !leadsSomewhere(page, link)) {
          broken.add(Repository.name(page) + " → " + link);
        }
      }
    }
    assertThat(broken).isEmpty();
  }

  @Test
  void every_decision_that_is_referred_to_was_made() throws IOException {
    List<String> files = decisions();
    for (Path page : Repository.pages()) {
      assertThat(in(DECISION, Files.readString(page)))
          .as(Repository.name(page))
          .allSatisfy(number -> assertThat(files).anyMatch(name -> name.startsWith(number + "-")));
    }
  }

  @Test
  void files_and_folders_of_the_code_that_pages_name_are_there() throws IOException {
    for (Path page : Repository.pages()) {
      assertThat(in(JAVA, Files.readString(page)))
          .as(Repository.name(page))
          .allSatisfy(name -> assertThat(name).matches(PagesTest::isThere, "is there"));
    }
  }

  @Test
  void no_page_rests_on_a_commit_or_on_a_mark() throws IOException {
    for (Path page : Repository.pages()) {
      assertThat(withoutCode(page)).as(Repository.name(page)).doesNotContainPattern(EVIDENCE);
    }
  }

  /** In them {@code meta.ExifFields} is a class of io.lumina, {@code meta.RatingTest} a test. */
  @ParameterizedTest
  @ValueSource(strings = {"docs/architecture.md", "CONTRIBUTING.md"})
  void classes_that_lead_through_the_code_are_there(String page) throws IOException {
    List<String> classes = in(CLASS, Repository.text(page));
    assertThat(classes)
        .hasSizeGreaterThan(20)
        .allSatisfy(
            name ->
                assertThat(SOURCES)
                    .as(name)
                    .anyMatch(
                        top ->
                            Files.exists(
                                Repository.path(
                                    top + "/java/io/lumina/" + name.replace('.', '/') + ".java"))));
  }

  @Test
  void the_way_in_is_short_and_has_both_commands() throws IOException {
    String readme = Repository.text("README.md");
    assertThat(readme.lines()).hasSizeLessThanOrEqualTo(LINES_OF_THE_README);
    assertThat(readme)
        .contains("\nscripts/lumina nightly --photos DIR\n")
        .contains("\nmvn verify\n");
  }

  @Test
  void the_index_of_the_pages_has_every_page() throws IOException {
    String index = Repository.text("docs/README.md");
    try (Stream<Path> pages = Files.list(Repository.path("docs"))) {
      assertThat(pages.map(page -> page.getFileName().toString()))
          .filteredOn(name -> name.endsWith(".md") && !name.equals("README.md"))
          .allSatisfy(name -> assertThat(index).contains("](" + name + ")"));
    }
  }

  private static List<String> decisions() throws IOException {
    try (Stream<Path> files = Files.list(Repository.path("docs/decisions"))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.matches("\\d{3}-.*\\.md"))
          .sorted()
          .toList();
    }
  }

  private static boolean isThere(String name) {
    return Stream.of("", "docs/").anyMatch(top -> Files.exists(Repository.path(top + name)));
  }

  private static boolean leadsSomewhere(Path page, String link) throws IOException {
    String[] parts = link.split("#", 2);
    Path file = parts[0].isEmpty() ? page : page.resolveSibling(parts[0]);
    return Files.exists(file) && (parts.length == 1 || anchors(file).contains(parts[1]));
  }

  /** As forges make them of headings. */
  private static List<String> anchors(Path page) throws IOException {
    return withoutCode(page)
        .lines()
        .filter(line -> line.startsWith("#"))
        .map(line -> line.replaceFirst("#+ ", "").toLowerCase(Locale.ROOT))
        .map(heading -> heading.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
        .toList();
  }

  private static String withoutCode(Path page) throws IOException {
    boolean[] code = {false};
    return Files.readString(page)
        .lines()
        .filter(
            line -> {
              boolean isFence = line.startsWith("```");
              code[0] ^= isFence;
              return !isFence && !code[0];
            })
        .collect(Collectors.joining("\n"));
  }

  private static List<String> in(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(PagesTest::group).toList();
  }

  private static String group(MatchResult match) {
    return match.group(1);
  }
}
