/**
 * Perceptual hashes and SHA-256 by integer arithmetic: the reference that every other way must
 * equal bit for bit.
 */
package io.lumina.hash;
