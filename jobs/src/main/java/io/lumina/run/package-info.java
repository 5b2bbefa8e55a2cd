/**
 * A run on one catalog: its steps, what each depends on, whether it may be passed by, and the
 * summary at the end.
 */
package io.lumina.run;
