/** The embedded PostgreSQL: who may start it, where its data lie, how it starts and ends. */
package io.lumina.postgres.server;
