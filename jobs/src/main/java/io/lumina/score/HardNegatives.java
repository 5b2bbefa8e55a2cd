package io.lumina.score;

import java.util.Map;

/**
 * Pictures that must not be found, and were.
 *
 * @param flat flat frames that were found with a picture that is not flat, of all flat frames
 * @param different files that are no duplicate of any and were found with one that they are not
 *     even confusable with, of all such files
 * @param confused false pairs of files that are confusable with each other, by what they are
 */
public record HardNegatives(Share flat, Share different, Map<String, Long> confused) {}
