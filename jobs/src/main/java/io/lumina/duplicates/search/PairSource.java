package io.lumina.duplicates.search;

import io.lumina.duplicates.links.LinkColumns;
import io.lumina.duplicates.search.plan.NodeColumns;
import io.lumina.duplicates.search.plan.SearchPass;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Where the near pairs come from. */
interface PairSource {

  /** The hashes that are searched by; their plans also serve the forming of groups. */
  List<SearchPass> passes();

  /** Pictures that take part. */
  long pictures();

  /**
   * The search itself.
   *
   * @param nodes one row a picture, with {@link LinkColumns#NODE}, the hashes and the evidence
   * @return rows of {@link NodeColumns#FOUND}
   */
  Dataset<Row> search(Dataset<Row> nodes);
}
