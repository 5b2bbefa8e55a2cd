/**
 * The SQL functions as columnar functions of RAPIDS. On the class path beside the plugin they take
 * the place of the CPU functions that they extend. All memory is cuDF's, all work is on the stream
 * of the calling thread, and no context is ever made or reset here.
 */
package io.lumina.gpu.udf;
