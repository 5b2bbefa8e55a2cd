/**
 * The command line and nothing else: parses options to values, calls, prints. No other package
 * knows picocli.
 */
package io.lumina.cli;
