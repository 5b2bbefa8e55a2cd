/** The database: connections, migrations, roles. Which rows it has is for others to say. */
package io.lumina.postgres;
