/** The CUDA driver through JCuda: devices, memory, and the kernels of {@code src/main/cuda}. */
package io.lumina.gpu.driver;
