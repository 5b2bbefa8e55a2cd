/**
 * What a command opens before it works: the home, the database, Spark, and how it is interrupted.
 */
package io.lumina.session;
