/** How dates, issues and metadata become rows of Spark. */
package io.lumina.row;
