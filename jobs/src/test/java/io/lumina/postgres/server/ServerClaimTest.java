package io.lumina.postgres.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumina.failure.ExitCode;
import io.lumina.failure.LuminaException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerClaimTest {
  private static final String MACHINE_ITSELF = "pid:[4026531836]";
  private static final String CONTAINER = "pid:[4026532001]";

  private static final ServerOwner HERE = owner("nas", "m1", "boot 2", MACHINE_ITSELF);

  @TempDir Path home;

  @Test
  void a_home_that_nobody_claims_is_free() throws IOException {
    assertThat(claim("nfs4").running()).isEmpty();
  }

  @Test
  void another_machine_on_a_shared_home_is_named_and_its_pid_file_stays() throws IOException {
    Path pid = leave(owner("desk", "m9", "boot 7", MACHINE_ITSELF));
    assertThatThrownBy(() -> claim("nfs4").running())
        .isInstanceOfSatisfying(
            LuminaException.class, e -> assertThat(e.exit()).isEqualTo(ExitCode.LOCKED))
        .hasMessageContaining("process 17 on desk since 2026-11-20T02:00:00Z, on another machine")
        .hasMessageContaining("a second one would destroy it")
        .hasMessageEndingWith("remove " + home.resolve("postgres-owner"));
    assertThat(pid).exists();
  }

  @Test
  void on_a_disk_of_this_machine_who_was_of_another_start_is_gone() throws IOException {
    leave(owner("8f2a", "", "boot 1", CONTAINER));
    assertThat(claim("ext4").running()).isEmpty();
  }

  @Test
  void a_restart_of_this_machine_frees_a_shared_home() throws IOException {
    leave(owner("nas", "m1", "boot 1", MACHINE_ITSELF));
    assertThat(claim("nfs4").running()).isEmpty();
  }

  @Test
  void a_container_of_this_machine_is_gone_once_no_process_of_its_server_lives()
      throws IOException {
    leave(owner("8f2a", "", "boot 2", CONTAINER));
    assertThat(claim("nfs4").running()).isEmpty();
  }

  @Test
  void a_container_of_this_machine_is_in_the_way_as_long_as_its_server_lives() throws Exception {
    Path pid = leave(owner("8f2a", "", "boot 2", CONTAINER));
    Process server =
        new ProcessBuilder("flock", "-n", home.resolve("postgres-server.lock").toString(), "cat")
            .start();
    try {
      // It echoes only once it has the lock.
      server.getOutputStream().write('x');
      server.getOutputStream().flush();
      assertThat(server.getInputStream().read()).isEqualTo('x');
      assertThatThrownBy(() -> claim("ext4").running())
          .isInstanceOfSatisfying(
              LuminaException.class, e -> assertThat(e.exit()).isEqualTo(ExitCode.LOCKED))
          .hasMessageContaining("process 17 on 8f2a")
          .hasMessageContaining("in another container of this machine");
      assertThat(pid).exists();
    } finally {
      server.getOutputStream().close();
      server.waitFor();
    }
    assertThat(claim("ext4").running()).isEmpty();
  }

  @Test
  void a_claim_is_for_others_to_read_and_is_gone_when_it_is_given_back() throws IOException {
    leave(owner("nas", "m1", "boot 1", MACHINE_ITSELF));
    ServerClaim claim = claim("nfs4");
    assertThat(claim.running()).isEmpty();
    claim.take();
    assertThat(ServerOwner.read(home.resolve("postgres-owner"))).contains(HERE);
    assertThat(claim.isElsewhere()).isFalse();
    claim.giveBack();
    assertThat(home.resolve("postgres-owner")).doesNotExist();
  }

  @Test
  void a_claim_that_another_machine_makes_meanwhile_is_not_removed() throws IOException {
    leave(owner("nas", "m1", "boot 1", MACHINE_ITSELF));
    ServerClaim claim = claim("nfs4");
    assertThat(claim.running()).isEmpty();
    ServerOwner other = owner("desk", "m9", "boot 7", MACHINE_ITSELF);
    leave(other);
    assertThatThrownBy(claim::take)
        .isInstanceOfSatisfying(
            LuminaException.class, e -> assertThat(e.exit()).isEqualTo(ExitCode.LOCKED))
        .hasMessageContaining("process 17 on desk");
    assertThat(ServerOwner.read(home.resolve("postgres-owner"))).contains(other);
    assertThat(home).isDirectoryNotContaining("glob:**postgres-owner-*");
  }

  @Test
  void a_lock_that_cannot_be_asked_proves_nothing() throws IOException {
    assertThat(new ServerLife(home).isHeld()).contains(false);
    assertThat(new ServerLife(home.resolve("not there")).isHeld()).isEmpty();
  }

  /** What a server has left, alive or not. */
  private Path leave(ServerOwner owner) throws IOException {
    Files.writeString(home.resolve("postgres-owner"), owner.text());
    Path data = Files.createDirectories(home.resolve("postgres"));
    return Files.writeString(data.resolve("postmaster.pid"), "4711\n");
  }

  private ServerClaim claim(String fileSystem) {
    return new ServerClaim(home, new ServerLife(home), HERE, fileSystem);
  }

  private static ServerOwner owner(String host, String machine, String boot, String namespace) {
    return new ServerOwner(
        host, machine, boot, namespace, 17, Instant.parse("2026-11-20T02:00:00Z"));
  }
}
