package io.lumina.resolve;

import io.lumina.library.Units;
import io.lumina.table.DecisionRows;
import io.lumina.table.ImagesView;
import io.lumina.table.MembersTable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What a resolve reads of one catalog, at versions that fit together.
 *
 * @param members rows of {@link MembersTable}
 * @param images rows of {@link ImagesView}
 * @param units rows of {@link Units}
 * @param decisions rows of {@link DecisionRows}
 * @param reviewed one column, {@link MembersTable#GROUP_ID}: groups that a person looked at
 */
public record ResolveTables(
    Dataset<Row> members,
    Dataset<Row> images,
    Dataset<Row> units,
    Dataset<Row> decisions,
    Dataset<Row> reviewed) {}
