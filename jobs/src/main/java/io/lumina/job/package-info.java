/**
 * What all jobs have in common: where they run, whom they tell how far they are, what they answer.
 */
package io.lumina.job;
