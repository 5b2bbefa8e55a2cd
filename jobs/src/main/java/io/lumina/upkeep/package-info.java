/** Takes back what runs wrote, and forgets catalogs. */
package io.lumina.upkeep;
