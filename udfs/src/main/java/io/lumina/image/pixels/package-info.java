/**
 * From bytes to grey values in this process: OpenCV, our own JPEG decoder, or row by row where a
 * picture does not fit into memory.
 */
package io.lumina.image.pixels;
