/** The fields that a file may have, their bounds, and what has been found of them. */
package io.lumina.meta.field;
