package io.lumina.report.model;

/**
 * Quality score and its parts.
 *
 * @param format 0-40
 * @param resolution 0-30
 * @param size 0-20
 * @param sharpness 0-10
 * @param total 0-100
 */
public record Score(
    double format, double resolution, double size, double sharpness, double total) {}
