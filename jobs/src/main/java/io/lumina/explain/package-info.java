/**
 * Why an image is, or is not, in a group: asked of the tables and of the rule itself. Reads only.
 */
package io.lumina.explain;
