/**
 * Carries out operations on the files of mounted file systems: safe copies, moves, the journal that
 * a resume and an undo trust. Knows neither Spark nor a database, so that it runs in a task, in a
 * console and in a test alike. What a plan is and who keeps it lives in {@code io.lumina.act}.
 */
package io.lumina.act.file;
