package io.lumina.report.model;

import java.util.Base64;
import java.util.Objects;

/** A small picture, or the reason why there is none. */
public sealed interface Thumbnail {

  /**
   * A JPEG.
   *
   * @param jpeg the file
   * @param width pixels
   * @param height pixels
   * @param grey true when it was made from the stored 64×64 grey values
   */
  record Small(byte[] jpeg, int width, int height, boolean grey) implements Thumbnail {
    public Small {
      Objects.requireNonNull(jpeg, "jpeg");
      if (width < 1 || height < 1) {
        throw new IllegalArgumentException("A thumbnail cannot be " + width + "x" + height);
      }
    }

    /** The picture as text that needs no other file. */
    public String dataUri() {
      return "data:image/jpeg;base64," + Base64.getEncoder().encodeToString(jpeg);
    }
  }

  /**
   * No picture.
   *
   * @param reason a few words for a person
   */
  record Missing(String reason) implements Thumbnail {
    public Missing {
      Objects.requireNonNull(reason, "reason");
    }
  }
}
