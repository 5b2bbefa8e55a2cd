package io.lumina.udf;

import static org.apache.spark.sql.types.DataTypes.BinaryType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import io.lumina.row.DateRows;
import io.lumina.row.MetadataRows;
import io.lumina.udf.FunctionSpec.Argument;
import io.lumina.udf.FunctionSpec.Example;
import io.lumina.udf.FunctionSpec.Overload;
import java.util.List;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/** SQL functions of a file's bytes and of its name. */
final class ContentFunctions {
  private static final List<Argument> CONTENT =
      List.of(new Argument("content", "BINARY, all bytes of a file; null gives null"));

  /** A 1x1 white GIF. */
  private static final String GIF =
      "X'47494638376101000100800000ffffffffffff2c00000000010001000002024401003b'";

  private ContentFunctions() {}

  static List<FunctionSpec> all() {
    return List.of(
        of(
            "lumina_format",
            "Format of a file by its first bytes.",
            "GIF",
            new FormatUdf(),
            StringType),
        new FunctionSpec(
            "lumina_luma",
            "The 64x64 grey raster from which all hashes come, orientation applied.",
            CONTENT,
            List.of(new Example("length(lumina_luma(" + GIF + "))", "4096")),
            List.of(new Overload(new LumaOfContentUdf(), BinaryType, BinaryType))),
        new FunctionSpec(
            "lumina_corruption",
            "Damage of a picture: a STRUCT of severity, reason, detail; null for a sound one.",
            CONTENT,
            List.of(new Example("lumina_corruption(X'FFD8').severity", "severe")),
            List.of(new Overload(new CorruptionUdf(), CorruptionUdf.TYPE, BinaryType))),
        new FunctionSpec(
            "lumina_metadata",
            "What a file says of itself, from Exif, XMP, IPTC, QuickTime: a STRUCT.",
            CONTENT,
            List.of(new Example("lumina_metadata(" + GIF + ").width", "1")),
            List.of(new Overload(new MetadataUdf(), MetadataRows.TYPE, BinaryType))),
        new FunctionSpec(
            "lumina_dates",
            "Every date that the bytes of a file hold: an ARRAY of STRUCT.",
            CONTENT,
            List.of(new Example("size(lumina_dates(" + GIF + "))", "0")),
            List.of(new Overload(new DatesUdf(), DateRows.LIST, BinaryType))),
        new FunctionSpec(
            "lumina_name_dates",
            "Every date that the name of a file and of its folders tell: an ARRAY of STRUCT.",
            List.of(new Argument("relative_path", "STRING, path below the source directory")),
            List.of(
                new Example(
                    "lumina_name_dates('2019/IMG_20190203_112233.jpg')[0].local",
                    "2019-02-03T11:22:33")),
            List.of(new Overload(new NameDatesUdf(), DateRows.LIST, StringType))),
        captureDate(),
        new FunctionSpec(
            "lumina_with_sidecars",
            "Metadata of a file joined with those of its sidecars.",
            List.of(
                new Argument("metadata", "STRUCT as of lumina_metadata"),
                new Argument("sidecars", "ARRAY of such, best first")),
            List.of(
                new Example(
                    "lumina_with_sidecars(lumina_metadata("
                        + GIF
                        + "), array(lumina_metadata("
                        + GIF
                        + "))).height",
                    "1")),
            List.of(
                new Overload(
                    new WithSidecarsUdf(),
                    MetadataRows.TYPE,
                    MetadataRows.TYPE,
                    DataTypes.createArrayType(MetadataRows.TYPE)))));
  }

  private static FunctionSpec of(
      String name, String usage, String example, Object function, DataType output) {
    return new FunctionSpec(
        name,
        usage,
        CONTENT,
        List.of(new Example(name + "(" + GIF + ")", example)),
        List.of(new Overload(function, output, BinaryType)));
  }

  private static FunctionSpec captureDate() {
    return new FunctionSpec(
        "lumina_capture_date",
        "When a picture was taken: a STRUCT of all candidates and of the one that wins.",
        List.of(
            new Argument("dates", "ARRAY as of lumina_dates"),
            new Argument("beside", "ARRAY of such from the sidecars, the best sidecar first"),
            new Argument("relative_path", "STRING, path below the source directory"),
            new Argument("modified", "STRING, ISO-8601 instant; empty when unknown"),
            new Argument("zone", "STRING, IANA time zone of clocks that name none; or empty")),
        List.of(
            new Example(
                "lumina_capture_date(lumina_dates("
                    + GIF
                    + "), lumina_dates("
                    + GIF
                    + "), 'IMG_20190203_112233.jpg', '', '').taken_at",
                "2019-02-03 11:22:33")),
        List.of(
            new Overload(
                new CaptureDateUdf(),
                CaptureDateUdf.TYPE,
                DateRows.LIST,
                DateRows.LIST,
                StringType,
                StringType,
                StringType)));
  }
}
