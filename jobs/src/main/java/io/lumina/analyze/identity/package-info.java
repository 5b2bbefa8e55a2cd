/** Which file of a content takes which id. */
package io.lumina.analyze.identity;
