/** What a step costs, by resource, and which of them was the bottleneck. */
package io.lumina.metrics;
