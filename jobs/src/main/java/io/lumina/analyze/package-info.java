/**
 * Reads each new content once and keeps what follows from it; gives files the ids of their
 * pictures.
 */
package io.lumina.analyze;
