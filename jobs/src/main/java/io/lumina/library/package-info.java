/**
 * The tables of one catalog read together: images with their contents, dates and sidecars, at
 * versions that fit together.
 */
package io.lumina.library;
