/** The columns and keys of every table, declared once. Knows no job. */
package io.lumina.table;
