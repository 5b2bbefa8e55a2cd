/**
 * Columns of lumas in, hashes and sharpness out: on the device, and as the reference on the CPU.
 */
package io.lumina.gpu.luma;
