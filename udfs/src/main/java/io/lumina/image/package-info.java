/**
 * From the bytes of one file to its format, size, luma and damage.
 *
 * <p>{@link io.lumina.container.FileFormat} tells what a file is, {@link
 * io.lumina.image.PictureReader} reads its picture. Structure classes look at headers before any
 * decoder does, and find what lenient decoders hide. OpenCV decodes in this process, FFmpeg in a
 * {@code DecoderChild}; JPEGs at an eighth of their size are decoded by {@code
 * io.lumina.image.jpeg}.
 */
package io.lumina.image;
