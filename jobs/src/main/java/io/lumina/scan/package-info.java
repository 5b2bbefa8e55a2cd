/** Lists the sources and compares with the last listing: what is new, changed, moved, missing. */
package io.lumina.scan;
