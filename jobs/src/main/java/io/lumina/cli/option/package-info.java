/** Options that commands share, read to values; and the one line that a person gets. */
package io.lumina.cli.option;
