/** What only makers of cameras write: their notes, and formats from before Exif. */
package io.lumina.meta.camera;
