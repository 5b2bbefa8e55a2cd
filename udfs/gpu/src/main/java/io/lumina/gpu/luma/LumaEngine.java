package io.lumina.gpu.luma;

/** Something that computes all functions of lumas: the CPU, a device, a Spark session. */
public interface LumaEngine {

  /**
   * The answers for a column. Null and empty rows have none.
   *
   * @throws IllegalArgumentException when a row has another length, with the length
   */
  LumaAnswers answers(ByteRows lumas);
}
