/** The fields of an XMP packet, in the spellings of many programs. */
package io.lumina.meta.xmp;
