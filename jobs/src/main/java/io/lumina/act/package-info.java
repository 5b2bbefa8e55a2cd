/**
 * Plans carried out on a catalog: made from tables, applied, taken back, and the tables of the
 * catalog brought to what the disk is then. Rows of plans live in {@code .plan}, work on files in
 * {@code .file}; what a plan should hold is computed elsewhere.
 */
package io.lumina.act;
