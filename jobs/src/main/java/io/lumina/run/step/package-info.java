/**
 * The steps of a run, one class each: what it is asked for, what it reads, which job does it, and
 * what came of it. How they follow each other is said above.
 */
package io.lumina.run.step;
