/** Whether a film or a recording is as long as it says, watched as it passes by. */
package io.lumina.image.film;
