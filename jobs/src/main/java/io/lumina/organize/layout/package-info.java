/**
 * Where the files of a library should lie: templates, names that every target can hold, and what
 * happens where two want the same name. Knows the JDK and messages for people, and reads no disk.
 */
package io.lumina.organize.layout;
