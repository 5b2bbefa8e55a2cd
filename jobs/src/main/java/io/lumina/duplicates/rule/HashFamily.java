package io.lumina.duplicates.rule;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.conv;
import static org.apache.spark.sql.functions.hex;
import static org.apache.spark.sql.functions.substring;

import io.lumina.table.ImagesView;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.DataTypes;

/** 64 bits that candidates are searched by: a hash, or a quarter of PDQ. */
public enum HashFamily {
  DHASH(ImagesView.DHASH),
  AHASH(ImagesView.AHASH),
  WHASH(ImagesView.WHASH),
  PDQ_WORD_0("pdq_word_0"),
  PDQ_WORD_1("pdq_word_1"),
  PDQ_WORD_2("pdq_word_2"),
  PDQ_WORD_3("pdq_word_3");

  /** The largest threshold for which a 64-bit hash of a picture is searched without misses. */
  public static final int MAX_GUARANTEED = 15;

  /** The words of PDQ in the order of its bytes. */
  public static final List<HashFamily> PDQ_WORDS =
      List.of(PDQ_WORD_0, PDQ_WORD_1, PDQ_WORD_2, PDQ_WORD_3);

  /** Those that a picture has a column for. */
  public static final List<HashFamily> STORED = List.of(DHASH, AHASH, WHASH);

  private static final int HEXADECIMAL = 16;

  /** Negative: Spark's conv then takes the highest bit for a sign, as a long does. */
  private static final int SIGNED_DECIMAL = -10;

  private final String column;

  HashFamily(String column) {
    this.column = column;
  }

  /** Its column: in {@link ImagesView}, or only between the steps of the search. */
  public String column() {
    return column;
  }

  /** The column of {@link ImagesView} that it is taken from. */
  public String source() {
    return isWord() ? ImagesView.PDQ : column;
  }

  /** The column from a row of {@link ImagesView}; null where the hash is. */
  public Column value() {
    if (!isWord()) {
      return col(column);
    }
    Column bytes = substring(col(ImagesView.PDQ), 1 + word() * Long.BYTES, Long.BYTES);
    return conv(hex(bytes), HEXADECIMAL, SIGNED_DECIMAL).cast(DataTypes.LongType).as(column);
  }

  /** Whether this is a part of PDQ. */
  public boolean isWord() {
    return ordinal() >= PDQ_WORD_0.ordinal();
  }

  /** Which word of PDQ, 0 to 3. */
  public int word() {
    return ordinal() - PDQ_WORD_0.ordinal();
  }

  /** The largest threshold that is searched for without misses. */
  public int guaranteed() {
    return isWord() ? PdqRule.MAX_GUARANTEED / PDQ_WORDS.size() : MAX_GUARANTEED;
  }

  /** The name in reports. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
