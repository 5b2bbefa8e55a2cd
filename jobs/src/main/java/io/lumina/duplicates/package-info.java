/**
 * The search for duplicates as a job: what takes part, the configuration, the tables that come out.
 * {@code rule} says what is near, {@code search} finds it, {@code links} joins it, {@code group}
 * forms groups and picks.
 */
package io.lumina.duplicates;
