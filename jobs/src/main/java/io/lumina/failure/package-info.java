/**
 * What can go wrong and how it is said: exit codes, failures that a user can mend, text that is
 * safe to print.
 */
package io.lumina.failure;
