/**
 * Where the files of a library should lie: tables in, operations of a plan out. Names are made in
 * {@code .layout}; how a plan is carried out lives in {@code io.lumina.act}.
 */
package io.lumina.organize;
