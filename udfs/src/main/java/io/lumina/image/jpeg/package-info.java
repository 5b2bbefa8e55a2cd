/**
 * A decoder of our own for the brightness of a JPEG at an eighth of its size: the first coefficient
 * of each block, and of all others only the lengths of their codes. It gives the very bits of
 * libjpeg-turbo, checks the codes that it passes over, and hands back what it does not know.
 */
package io.lumina.image.jpeg;
