/** Plans and their operations as rows of PostgreSQL. Knows no Spark. */
package io.lumina.act.plan;
