/** Metadata of what is built of boxes, chunks or packets: films, recordings, HEIF, JPEG XL. */
package io.lumina.meta.film;
