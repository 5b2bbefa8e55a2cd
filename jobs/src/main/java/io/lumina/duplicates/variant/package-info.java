/** Pictures that show the same, changed on purpose: turned or framed. */
package io.lumina.duplicates.variant;
