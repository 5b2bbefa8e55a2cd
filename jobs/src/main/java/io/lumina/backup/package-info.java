/** What people decided, written beside the warehouse each night, and brought back. */
package io.lumina.backup;
