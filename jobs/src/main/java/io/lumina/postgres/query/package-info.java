/** Questions of a person to the database, and how their answers are printed. */
package io.lumina.postgres.query;
