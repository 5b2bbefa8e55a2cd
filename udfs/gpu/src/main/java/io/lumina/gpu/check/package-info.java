/** The check of a GPU against the CPU: needs a JRE, the driver and three jars, and no Spark. */
package io.lumina.gpu.check;
