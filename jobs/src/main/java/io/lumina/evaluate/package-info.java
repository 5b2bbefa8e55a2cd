/**
 * Brings the groups of a catalog and a file of labels together, and says what came out, for a
 * person or a program.
 */
package io.lumina.evaluate;
