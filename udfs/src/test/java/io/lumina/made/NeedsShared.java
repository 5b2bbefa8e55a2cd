package io.lumina.made;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test that reads real photos and other files that are not part of the repository. They lie in
 * the folder that the system property {@code lumina.shared} names; where they do not, the test is
 * left out, and the build says so.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ExtendWith(SharedFolder.class)
public @interface NeedsShared {
  /** What the test reads, below that folder. */
  String value() default "samples";
}
