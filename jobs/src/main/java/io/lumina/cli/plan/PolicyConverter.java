package io.lumina.cli.plan;

import io.lumina.resolve.Policy;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads keep-best, exact-only and review. */
final class PolicyConverter implements ITypeConverter<Policy> {
  @Override
  public Policy convert(String typed) {
    try {
      return Policy.valueOf(typed.toUpperCase(Locale.ROOT).replace('-', '_'));
    } catch (IllegalArgumentException unknown) {
      throw new TypeConversionException(
          "there is no policy '" + typed + "'; it is one of keep-best, exact-only, review");
    }
  }
}
