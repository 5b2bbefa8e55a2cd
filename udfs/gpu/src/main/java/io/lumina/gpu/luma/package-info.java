/**
 * Columns of lumas in, hashes and sharpness out, and columns of hashes in, distances out: on the
 * device, and as the reference on the CPU.
 */
package io.lumina.gpu.luma;
