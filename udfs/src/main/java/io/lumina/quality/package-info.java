/** How sharp, well exposed and colourful a picture is: plain functions of its raster. */
package io.lumina.quality;
