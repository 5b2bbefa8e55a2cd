/** The JPEGs that cameras put into their RAW files. */
package io.lumina.image.raw;
