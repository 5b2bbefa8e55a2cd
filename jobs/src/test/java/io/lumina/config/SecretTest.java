package io.lumina.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SecretTest {

  @Test
  void a_secret_shows_itself_only_when_asked() {
    Secret secret = new Secret("hunter2");
    assertThat(secret).hasToString("Secret[***]");
    assertThat("" + secret + java.util.List.of(secret)).doesNotContain("hunter2");
    assertThat(secret.reveal()).isEqualTo("hunter2");
    assertThat(secret).isEqualTo(new Secret("hunter2")).isNotEqualTo(new Secret("hunter3"));
  }
}
