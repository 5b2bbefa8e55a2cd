package io.lumina.backup;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackupFolderTest {
  @ParameterizedTest
  @CsvSource({
    "/home/ada/.lumina/warehouse, /home/ada/.lumina/warehouse-decisions",
    "/mnt/nas/w, /mnt/nas/w-decisions",
    "file:/mnt/w, file:/mnt/w-decisions",
    "s3a://bucket/lumina/tables, s3a://bucket/lumina/tables-decisions",
    "s3a://bucket/tables, s3a://bucket/tables-decisions",
    "s3a://bucket/, s3a://bucket/lumina-decisions",
    "/, /lumina-decisions",
  })
  void it_lies_beside_the_warehouse(String warehouse, String folder) {
    assertThat(BackupFolder.beside(warehouse, new Configuration())).hasToString(folder);
  }
}
