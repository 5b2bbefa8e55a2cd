/**
 * Reads the files of one task, each once: from bytes to the row of a content. Tables are not
 * written here.
 */
package io.lumina.analyze.read;
