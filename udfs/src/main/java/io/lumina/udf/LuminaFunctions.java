package io.lumina.udf;

import static org.apache.spark.sql.types.DataTypes.BinaryType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import io.lumina.udf.FunctionSpec.Argument;
import io.lumina.udf.FunctionSpec.Example;
import io.lumina.udf.FunctionSpec.Overload;
import java.util.List;
import java.util.stream.Stream;

/** Every SQL function of Lumina. A new one is a class and an entry here; nothing else. */
public final class LuminaFunctions {
  private static final List<Argument> LUMA =
      List.of(
          new Argument(
              "luma", "BINARY of 4096 grey values, row by row (64x64); null or empty gives null"));

  /** A luma whose right half is white: it has an edge to find. */
  private static final String EDGE =
      "unhex(repeat(concat(repeat('00', 32), repeat('ff', 32)), 64))";

  /** A luma that grows brighter from left to right. */
  private static final String SLOPE =
      "unhex(repeat(array_join(transform(sequence(64, 127), v -> hex(v)), ''), 64))";

  private LuminaFunctions() {}

  /** In the order in which documentation lists them. */
  public static List<FunctionSpec> all() {
    return Stream.of(ContentFunctions.all(), lumaHashes(), hashes(), quality())
        .flatMap(List::stream)
        .toList();
  }

  private static List<FunctionSpec> lumaHashes() {
    return List.of(
        new FunctionSpec(
            "lumina_dhash",
            "64-bit difference hash: which cells are brighter than their left neighbour.",
            LUMA,
            List.of(
                new Example("lumina_hash_hex(lumina_dhash(" + SLOPE + "))", "ffffffffffffffff")),
            List.of(new Overload(new DifferenceHashUdf(), LongType, BinaryType))),
        new FunctionSpec(
            "lumina_ahash",
            "64-bit average hash: which cells are brighter than the mean.",
            LUMA,
            List.of(new Example("lumina_hash_hex(lumina_ahash(" + EDGE + "))", "0f0f0f0f0f0f0f0f")),
            List.of(new Overload(new AverageHashUdf(), LongType, BinaryType))),
        new FunctionSpec(
            "lumina_whash",
            "64-bit Haar wavelet hash: which blocks are brighter than the median block.",
            LUMA,
            List.of(new Example("lumina_hash_hex(lumina_whash(" + EDGE + "))", "0f0f0f0f0f0f0f0f")),
            List.of(new Overload(new WaveletHashUdf(), LongType, BinaryType))),
        new FunctionSpec(
            "lumina_pdq",
            "256-bit PDQ hash as 32 bytes; two match at 31 different bits or less, if both have a"
                + " quality of 50 or more.",
            LUMA,
            List.of(new Example("length(lumina_pdq(" + EDGE + "))", "32")),
            List.of(new Overload(new PdqUdf(), BinaryType, BinaryType))),
        new FunctionSpec(
            "lumina_pdq_quality",
            "Quality of the PDQ hash, 0 (featureless) to 100; below 50 a match means nothing.",
            LUMA,
            List.of(new Example("lumina_pdq_quality(" + EDGE + ")", "71")),
            List.of(new Overload(new PdqQualityUdf(), IntegerType, BinaryType))),
        new FunctionSpec(
            "lumina_strips",
            "What is written on a picture, as 128 bytes: for each of 16 strips which of its 64"
                + " columns are brighter than their surroundings.",
            LUMA,
            List.of(
                new Example(
                    "hex(substring(lumina_strips(" + EDGE + "), 1, 8))", "00000000F0000000")),
            List.of(new Overload(new StripHashUdf(), BinaryType, BinaryType))),
        new FunctionSpec(
            "lumina_unframed",
            "Hashes of what lies inside a border of one grey, as 56 bytes: ahash, whash, dhash and"
                + " pdq. Null where there is no border.",
            LUMA,
            List.of(new Example("lumina_unframed(" + EDGE + ") IS NULL", "true")),
            List.of(new Overload(new UnframedUdf(), BinaryType, BinaryType))));
  }

  private static List<FunctionSpec> hashes() {
    return List.of(
        new FunctionSpec(
            "lumina_hamming",
            "Number of bits in which two hashes differ.",
            List.of(
                new Argument("a", "BIGINT, BINARY, or STRING of hex digits"),
                new Argument("b", "a hash of the same type and length")),
            List.of(
                new Example("lumina_hamming(5L, 6L)", "2"),
                new Example("lumina_hamming(X'00ff', X'0f0f')", "8"),
                new Example("lumina_hamming('00000000000000ff', '00000000000000f0')", "4")),
            List.of(
                new Overload(new HammingUdf(), IntegerType, LongType, LongType),
                new Overload(new HammingBinaryUdf(), IntegerType, BinaryType, BinaryType),
                new Overload(new HammingHexUdf(), IntegerType, StringType, StringType))),
        new FunctionSpec(
            "lumina_hash_hex",
            "A hash as lower-case hex digits, as tables and people write it.",
            List.of(new Argument("hash", "BIGINT (16 digits) or BINARY (two digits a byte)")),
            List.of(
                new Example("lumina_hash_hex(-2L)", "fffffffffffffffe"),
                new Example("lumina_hash_hex(X'00FF')", "00ff")),
            List.of(
                new Overload(new HashHexUdf(), StringType, LongType),
                new Overload(new HashHexBinaryUdf(), StringType, BinaryType))),
        new FunctionSpec(
            "lumina_sha256",
            "SHA-256 as 64 lower-case hex digits: the key of an asset.",
            List.of(new Argument("content", "BINARY, the bytes of a file")),
            List.of(
                new Example(
                    "lumina_sha256(X'616263')",
                    "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")),
            List.of(new Overload(new Sha256Udf(), StringType, BinaryType))));
  }

  private static List<FunctionSpec> quality() {
    return List.of(
        new FunctionSpec(
            "lumina_sharpness",
            "How sharp a picture is, 0 to 1, from the variance of its Laplacian.",
            LUMA,
            List.of(new Example("round(lumina_sharpness(" + EDGE + "), 4)", "0.5119")),
            List.of(new Overload(new SharpnessUdf(), DoubleType, BinaryType))),
        new FunctionSpec(
            "lumina_quality",
            "Quality score 0 to 100 and the components it is the sum of: a STRUCT of format,"
                + " resolution, size, sharpness, total.",
            List.of(
                new Argument("format", "raw, png_tiff, bmp, jpeg, webp_avif_heic or other"),
                new Argument("width", "INT, pixels; 0 when unknown"),
                new Argument("height", "INT, pixels; 0 when unknown"),
                new Argument("bytes", "BIGINT, length of the file"),
                new Argument("sharpness", "DOUBLE, 0 to 1")),
            List.of(
                new Example("lumina_quality('raw', 6000, 4000, 25000000, 0.8).total", "76.27"),
                new Example(
                    "lumina_quality('jpeg', 6000, 4000, 4000000, 0.8)",
                    "{\"format\":25.0,\"resolution\":26.18,\"size\":0.33,\"sharpness\":8.0,"
                        + "\"total\":59.52}")),
            List.of(
                new Overload(
                    new QualityUdf(),
                    QualityUdf.TYPE,
                    StringType,
                    IntegerType,
                    IntegerType,
                    LongType,
                    DoubleType))));
  }
}
