/** Dates: read from text and names, weighed, chosen and doubted. */
package io.lumina.meta.date;
