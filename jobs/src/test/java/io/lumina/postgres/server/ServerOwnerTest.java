package io.lumina.postgres.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerOwnerTest {
  private static final String MACHINE_ITSELF = "pid:[4026531836]";

  private static final ServerOwner NAS = owner("nas", "m1", "boot 1", MACHINE_ITSELF);

  @TempDir Path folder;

  @Test
  void what_is_written_is_read() throws IOException {
    Path file = Files.writeString(folder.resolve("owner"), NAS.text());
    assertThat(ServerOwner.read(file)).contains(NAS);
  }

  @Test
  void no_file_and_a_part_of_one_say_nothing() throws IOException {
    assertThat(ServerOwner.read(folder.resolve("none"))).isEmpty();
    assertThat(ServerOwner.read(Files.writeString(folder.resolve("cut"), "host=nas\nmach")))
        .isEmpty();
  }

  @Test
  void this_process_shares_all_with_itself() {
    ServerOwner self = ServerOwner.self();
    assertThat(self.sharesKernelWith(self)).isTrue();
    assertThat(self.sharesProcessesWith(self)).isTrue();
    assertThat(self.wasBefore(self)).isFalse();
  }

  @Test
  void containers_of_one_machine_share_its_kernel_and_no_processes() {
    ServerOwner container = owner("8f2a", "", "boot 1", "pid:[4026532001]");
    assertThat(container.sharesKernelWith(NAS)).isTrue();
    assertThat(container.sharesProcessesWith(NAS)).isFalse();
  }

  @Test
  void only_a_restart_of_the_same_machine_proves_that_all_before_it_is_gone() {
    ServerOwner restarted = owner("nas", "m1", "boot 2", MACHINE_ITSELF);
    assertThat(NAS.wasBefore(restarted)).isTrue();
    assertThat(owner("laptop", "m1", "boot 1", MACHINE_ITSELF).wasBefore(restarted)).isFalse();
    assertThat(owner("nas", "m2", "boot 1", MACHINE_ITSELF).wasBefore(restarted)).isFalse();
    assertThat(owner("nas", "", "boot 1", MACHINE_ITSELF).wasBefore(restarted)).isFalse();
    assertThat(owner("nas", "m1", "boot 1", "pid:[4026532001]").wasBefore(restarted)).isFalse();
  }

  private static ServerOwner owner(String host, String machine, String boot, String namespace) {
    return new ServerOwner(
        host, machine, boot, namespace, 17, Instant.parse("2026-11-20T02:00:00Z"));
  }
}
