/** The fields of Exif, IPTC and TIFF. */
package io.lumina.meta.exif;
