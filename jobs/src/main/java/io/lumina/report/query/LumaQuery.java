package io.lumina.report.query;

import static org.apache.spark.sql.functions.col;

import io.lumina.report.model.Picture;
import io.lumina.report.thumbnail.StoredLumas;
import io.lumina.table.ImagesView;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Stored grey values of a few images.
 *
 * @param images rows of {@link ImagesView}
 */
public record LumaQuery(Dataset<Row> images) implements StoredLumas {

  @Override
  public Map<String, byte[]> of(Collection<Picture> pictures) {
    List<String> ids = pictures.stream().map(Picture::imageId).toList();
    // The checksum too: it cuts both sides of the join that the view is, the id only one.
    List<String> checksums = pictures.stream().map(Picture::sha256).distinct().toList();
    return images
        .filter(col(ImagesView.IMAGE_ID).isInCollection(ids))
        .filter(col(ImagesView.SHA256).isInCollection(checksums))
        .filter(col(ImagesView.LUMA).isNotNull())
        .select(ImagesView.IMAGE_ID, ImagesView.LUMA)
        .collectAsList()
        .stream()
        .collect(
            Collectors.toMap(
                row -> row.getAs(ImagesView.IMAGE_ID), row -> row.getAs(ImagesView.LUMA)));
  }
}
