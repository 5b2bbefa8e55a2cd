package io.lumina.duplicates.variant;

import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Columns between the parts of the search for variants. */
final class VariantColumns {
  /** What pictures share that may be variants. */
  static final String KEY = "variant_key";

  /** A {@link VariantRecord}, packed. */
  static final String RECORD = "variant_record";

  /** A content: a number that follows from its checksum. */
  static final String NODE = "variant_node";

  /** The first of a pair: of a framed one that without the frame. */
  static final String A = "variant_a";

  static final String B = "variant_b";

  /** Label of a VariantKind. */
  static final String KIND = "variant_kind";

  /** Bits of PDQ. */
  static final String BITS = "variant_bits";

  /** What the second is of the first, in a sentence. */
  static final String WORDS = "variant_words";

  /** What the first is of the second. */
  static final String WORDS_BACK = "variant_words_back";

  static final StructType KEYED =
      new StructType().add(KEY, DataTypes.LongType, false).add(RECORD, DataTypes.BinaryType, false);

  static final StructType PAIRS =
      new StructType()
          .add(A, DataTypes.LongType, false)
          .add(B, DataTypes.LongType, false)
          .add(KIND, DataTypes.StringType, false)
          .add(BITS, DataTypes.IntegerType, false)
          .add(WORDS, DataTypes.StringType, false)
          .add(WORDS_BACK, DataTypes.StringType, false);

  private VariantColumns() {}
}
