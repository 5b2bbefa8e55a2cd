/** What is said of a picture that was read: size, luma, damage, issues, and what hindered us. */
package io.lumina.image.reading;
