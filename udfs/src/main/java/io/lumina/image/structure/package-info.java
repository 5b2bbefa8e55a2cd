/**
 * Walks a format before anything is decoded: size, what it would cost, and damage that decoders
 * pass over. A class for each format.
 */
package io.lumina.image.structure;
