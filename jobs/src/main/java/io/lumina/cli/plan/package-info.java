/** Commands that make plans, look at them, carry them out, and look into the trash. */
package io.lumina.cli.plan;
