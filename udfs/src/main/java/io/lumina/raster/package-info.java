/** Grey and coloured pixels as arrays. */
package io.lumina.raster;
