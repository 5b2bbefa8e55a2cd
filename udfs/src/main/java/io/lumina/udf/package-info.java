/** One thin shell for each SQL function, and what registers them. */
package io.lumina.udf;
