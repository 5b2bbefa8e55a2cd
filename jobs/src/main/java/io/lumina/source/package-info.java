/** Where pictures lie, as a person writes it. */
package io.lumina.source;
