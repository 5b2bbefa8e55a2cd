/**
 * Holds a listing against the last one: what is new, changed, moved or missing, and when that is
 * too much to be true.
 */
package io.lumina.scan.compare;
