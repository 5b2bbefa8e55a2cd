package io.lumina.publish;

import java.util.Objects;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What one catalog shows to people: all its rows, whether they changed or not.
 *
 * @param images rows of ImagesView
 * @param shots rows of ShotsTable
 * @param bursts rows of BurstsTable
 * @param groups rows of GroupsTable
 * @param members rows of MembersTable
 * @param variants rows of VariantsTable
 */
public record Publication(
    Dataset<Row> images,
    Dataset<Row> shots,
    Dataset<Row> bursts,
    Dataset<Row> groups,
    Dataset<Row> members,
    Dataset<Row> variants) {

  public Publication {
    Objects.requireNonNull(images, "images");
    Objects.requireNonNull(shots, "shots");
    Objects.requireNonNull(bursts, "bursts");
    Objects.requireNonNull(groups, "groups");
    Objects.requireNonNull(members, "members");
    Objects.requireNonNull(variants, "variants");
  }
}
