/** The banded search inside one task: a part of the keys of one band, and the pairs found in it. */
package io.lumina.duplicates.search.shard;
