/**
 * Files that are one shot, and shots that are one burst: pure functions of images, and the job that
 * writes them.
 */
package io.lumina.burst;
