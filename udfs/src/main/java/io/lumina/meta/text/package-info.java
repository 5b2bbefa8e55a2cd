/** Text and JSON from strangers, made safe. */
package io.lumina.meta.text;
