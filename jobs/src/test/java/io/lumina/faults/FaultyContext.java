package io.lumina.faults;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.DelegateToFileSystem;

/** {@link FaultyDisk} by Hadoop's other interface, by which Delta writes its log. */
public final class FaultyContext extends DelegateToFileSystem {

  /** As Hadoop makes it. */
  public FaultyContext(URI uri, Configuration configuration)
      throws IOException, URISyntaxException {
    super(uri, new FaultyDisk(), configuration, "file", false);
  }
}
