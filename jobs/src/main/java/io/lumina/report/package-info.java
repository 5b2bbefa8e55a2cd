/** The page of a night: what it shows, read from the tables, and how it is written as HTML. */
package io.lumina.report;
