/** Divides a component into groups around their best pictures, and says why each is the best. */
package io.lumina.duplicates.group;
