package io.lumina.organize;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.not;

import io.lumina.act.PlanTables;
import io.lumina.act.Planned;
import io.lumina.act.Planner;
import io.lumina.act.file.OperationKind;
import io.lumina.act.plan.PlanKind;
import io.lumina.act.target.TargetProbe;
import io.lumina.act.target.TargetTraits;
import io.lumina.organize.layout.Layout;
import io.lumina.organize.layout.Strategy;
import io.lumina.table.BurstsTable;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Plans where the files of a library should lie. */
public final class OrganizePlanner implements Planner {
  private final OrganizeRules rules;

  public OrganizePlanner(OrganizeRules rules) {
    this.rules = rules;
  }

  @Override
  public PlanKind kind() {
    return PlanKind.ORGANIZE;
  }

  @Override
  public Map<String, Object> parameters() {
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("to", rules.target());
    parameters.put("move", rules.isMove());
    parameters.put("strategy", rules.layout().strategy().word());
    parameters.put("template", rules.layout().template().text());
    parameters.put("on_clash", rules.onClash().word());
    if (rules.isMove()) {
      parameters.put("new_source", rules.target());
    }
    return parameters;
  }

  @Override
  public Planned plan(PlanTables tables, UUID plan) {
    TargetGuard.check(rules, tables.context().catalog().sourceDirectories());
    TargetTraits traits = TargetProbe.probe(Path.of(rules.target()));
    return new Planned(operations(tables, traits), traits.losses());
  }

  private Dataset<Row> operations(PlanTables tables, TargetTraits traits) {
    Dataset<Row> units =
        OrganizeUnits.of(
            tables.units(), tables.images(), tables.rows(BurstsTable.SPEC), tables.decisions());
    PlaceSettings dated = settings(tables, rules.layout(), "", traits);
    if (!rules.layout().needsDate()) {
      return placed(units, dated);
    }
    Dataset<Row> placed = placed(units.filter(not(col(OrganizeUnits.IS_UNDATED))), dated);
    return rules
        .undated()
        .map(
            folder ->
                placed.unionByName(
                    placed(
                        units.filter(col(OrganizeUnits.IS_UNDATED)),
                        settings(tables, Layout.of(Strategy.FLAT), folder, traits))))
        .orElse(placed);
  }

  private PlaceSettings settings(
      PlanTables tables, Layout layout, String under, TargetTraits traits) {
    return new PlaceSettings(
        tables.context().catalog().name(),
        rules.target(),
        (rules.isMove() ? OperationKind.MOVE : OperationKind.COPY).word(),
        layout,
        rules.onClash(),
        under,
        rules.splitRejected(),
        traits);
  }

  private static Dataset<Row> placed(Dataset<Row> units, PlaceSettings settings) {
    StructType keyed = units.schema().add(PlacedUnits.KEY, DataTypes.StringType);
    return units
        .map(new FolderKeys(settings), Encoders.row(keyed))
        .repartition(col(PlacedUnits.KEY))
        .sortWithinPartitions(PlacedUnits.KEY)
        .mapPartitions(new PlacedUnits(settings), Encoders.row(PlacedUnits.OPERATIONS));
  }
}
