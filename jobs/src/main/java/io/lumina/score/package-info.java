/**
 * Precision and recall of found pairs against a file of labels. Knows labels and file names only:
 * where the pairs come from is for others to say.
 */
package io.lumina.score;
