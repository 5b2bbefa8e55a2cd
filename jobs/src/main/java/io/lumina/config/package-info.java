/**
 * Keys of {@code conf/lumina.conf} and what overrides them. What the keys mean lies with each job.
 */
package io.lumina.config;
