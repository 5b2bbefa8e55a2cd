/**
 * What becomes of the other members of duplicate groups: tables in, operations of a plan out. What
 * a duplicate is lives in {@code io.lumina.duplicates}, how a plan is carried out in {@code
 * io.lumina.act}.
 */
package io.lumina.resolve;
