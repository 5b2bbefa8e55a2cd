/** The search of near pairs by comparing all of them on a device. */
package io.lumina.gpu.pairs;
