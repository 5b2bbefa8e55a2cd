/** From bytes and a name to metadata and candidates of capture dates; sidecars too. */
package io.lumina.meta;
