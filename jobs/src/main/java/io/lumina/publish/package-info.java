/**
 * Brings the tables to PostgreSQL, all or nothing, and keeps ids and statuses with their pictures.
 */
package io.lumina.publish;
