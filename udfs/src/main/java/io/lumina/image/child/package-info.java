/**
 * Decoders in processes of their own, FFmpeg and djxl: a broken file can end the process and
 * nothing else.
 */
package io.lumina.image.child;
